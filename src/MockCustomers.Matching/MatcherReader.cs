using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;
using MockCustomers.Matching.JsonPaths;
using MockCustomers.Matching.Matchers;

namespace MockCustomers.Matching;

/// <summary>Reads what WireMock calls content patterns, {"contains": "Ada"}, and reports all that is wrong with them.</summary>
/// <remarks>Whatever was reported, there is something to go on with.</remarks>
internal sealed class MatcherReader
{
    private const string JsonPathKey = "matchesJsonPath";
    private static readonly AbsentMatcher Nothing = new();
    private readonly Dictionary<string, Func<JsonPlace, JsonPlace, IMatcher>> kinds;
    private readonly string[] secretKinds = ["absent", "not", "and", "or"];
    private readonly bool isSecret;

    /// <param name="isSecret">Whether the value is a credential: the journal does not keep it, so that nothing can be asked but whether it was there.</param>
    public MatcherReader(bool isSecret = false)
    {
        this.isSecret = isSecret;
        kinds = new Dictionary<string, Func<JsonPlace, JsonPlace, IMatcher>>
        {
            ["equalTo"] = (all, value) => Text(value, text => EqualTo(text, all.Flag("caseInsensitive"))),
            ["contains"] = (_, value) => Text(value, text => new ContentMatcher(content => content.Text.Contains(text, StringComparison.Ordinal))),
            ["doesNotContain"] = (_, value) => Text(value, text => new ContentMatcher(content => !content.Text.Contains(text, StringComparison.Ordinal), whenAbsent: true)),
            ["matches"] = (_, value) => Pattern(value, true),
            ["doesNotMatch"] = (_, value) => Pattern(value, false),
            ["absent"] = (_, value) => Absent(value),
            ["binaryEqualTo"] = (_, value) => Binary(value),
            ["equalToJson"] = EqualToJson,
            [JsonPathKey] = (_, value) => AtPath(value),
            ["matchesJsonSchema"] = Schema,
            ["and"] = (_, value) => new AllMatcher(Several(value)),
            ["or"] = (_, value) => new AnyMatcher(Several(value)),
            ["not"] = (_, value) => new NotMatcher(Read(value)),
            ["before"] = (_, value) => MomentReader.Read(value, (seen, wanted) => seen < wanted),
            ["after"] = (_, value) => MomentReader.Read(value, (seen, wanted) => seen > wanted),
            ["equalToDateTime"] = (_, value) => MomentReader.Read(value, (seen, wanted) => seen == wanted),
        };
    }

    private IEnumerable<string> Kinds => isSecret ? secretKinds : kinds.Keys;

    /// <summary>Reads a pattern.</summary>
    /// <param name="more">Keys that stand beside it and are read by somebody else.</param>
    public IMatcher Read(JsonPlace pattern, params string[] more)
    {
        var present = kinds.Keys.Where(key => pattern.Optional(key) is not null).ToList();
        string[] known = [.. kinds.Keys, .. more, .. present is [var only] ? Options(only) : []];
        Unsupported.Report(pattern, Unsupported.Matchers, known);
        if (!pattern.IsObject) return Nothing;
        if (present is not [var kind])
        {
            if (present.Count > 1 || pattern.Json!.AsObject().All(property => known.Contains(property.Key)))
                pattern.Report(present.Count == 0 ? "there is no matcher" : $"{string.Join(" and ", present)} exclude each other", $"one of {string.Join(", ", Kinds)}; several in an \"and\"");
            return Nothing;
        }

        if (!isSecret || secretKinds.Contains(kind)) return kinds[kind](pattern, pattern.Optional(kind)!);
        pattern.Optional(kind)!.Report("the journal keeps no credentials: their values cannot be asked for", """{"absent": true} or {"not": {"absent": true}}""");
        return Nothing;
    }

    private static string[] Options(string kind) => kind switch
    {
        "equalTo" => ["caseInsensitive"],
        "equalToJson" => ["ignoreArrayOrder", "ignoreExtraElements"],
        "matchesJsonSchema" => ["schemaVersion"],
        _ => [],
    };

    private static IMatcher Text(JsonPlace place, Func<string, IMatcher> make)
    {
        if (place.AsText is { } text) return make(text);
        place.Expected("a text");
        return Nothing;
    }

    private static ContentMatcher EqualTo(string text, bool ignoresCase) =>
        new(content => content.Text.Equals(text, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    private static IMatcher Pattern(JsonPlace place, bool wanted) => Text(place, expression =>
    {
        if (BoundedRegex.Whole(expression, RegexOptions.Singleline, out var problem) is { } whole) return new ContentMatcher(content => whole(content.Text) == wanted, whenAbsent: !wanted);
        place.Report($"the regular expression cannot be read ({problem})", "one that matches the whole text, such as \".*Ada.*\"");
        return Nothing;
    });

    private static AbsentMatcher Absent(JsonPlace place)
    {
        if (place.Json?.GetValueKind() != JsonValueKind.True && place.AsText != "(absent)") place.Expected("""true; for the opposite {"not": {"absent": true}}""");
        return Nothing;
    }

    private static IMatcher Binary(JsonPlace place) => Text(place, text =>
    {
        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out var length)) return new ContentMatcher(content => content.Bytes.AsSpan().SequenceEqual(bytes.AsSpan(0, length)));
        place.Expected("bytes in Base64");
        return Nothing;
    });

    private static IMatcher EqualToJson(JsonPlace all, JsonPlace value)
    {
        var (ignoresOrder, ignoresExtra) = (all.Flag("ignoreArrayOrder"), all.Flag("ignoreExtraElements"));
        if (JsonOf(value) is not { } expected) return Nothing;
        if (ProblemIn(expected) is { } problem)
            value.Report(problem, $"one of {string.Join(", ", JsonPlaceholder.Known.Select(name => $"${{json-unit.{name}}}"))}");
        var comparison = new JsonComparison(expected, ignoresOrder, ignoresExtra);
        return new ContentMatcher(content => content.Json is { } json && comparison.IsEqual(json));
    }

    /// <summary>What is wrong with a placeholder in expected JSON; null for nothing.</summary>
    private static string? ProblemIn(JsonElement expected) =>
        JsonPlaceholder.ProblemOf(expected) ?? EveryStep.In(expected).Select(ProblemIn).FirstOrDefault(problem => problem is not null);

    private static IMatcher Schema(JsonPlace all, JsonPlace value)
    {
        var version = all.OneOf("schemaVersion", SchemaMatcher.Versions) ?? SchemaMatcher.Versions[0];
        if (JsonOf(value) is not { } schema) return Nothing;
        if (SchemaMatcher.Of(schema, version, out var problem) is { } matcher) return matcher;
        value.Report($"the schema cannot be read ({problem})", "a JSON Schema");
        return Nothing;
    }

    private IMatcher AtPath(JsonPlace value)
    {
        if (value.AsText is { } text) return Path(value, text) is { } path ? new JsonPathMatcher(path, null, isWhole: false) : Nothing;
        if (!value.IsObject || value.Optional("expression") is not { } expression)
        {
            value.Expected("""a JSONPath such as "$.name", or {"expression": "$.name", "contains": "Ada"}""");
            return Nothing;
        }

        if (expression.AsText is null) expression.Expected("a JSONPath such as \"$.name\"");
        var inner = Read(value, "expression");
        return expression.AsText is { } words && Path(expression, words) is { } found ? new JsonPathMatcher(found, inner, isWhole: value.Optional("equalToJson") is not null) : Nothing;
    }

    private static JsonPath? Path(JsonPlace place, string expression)
    {
        var path = JsonPath.Parse(expression, out var problem);
        if (path is null) place.Report($"the JSONPath cannot be read ({problem})", "one such as $.name, $..tags[0] or $.items[?(@.id == 'a')]");
        return path;
    }

    private IMatcher[] Several(JsonPlace place)
    {
        var items = place.Items();
        if (items.Count == 0 && place.Json is JsonArray) place.Expected("one matcher at least");
        return [.. items.Select(item => Read(item))];
    }

    /// <summary>JSON, as such or as a text.</summary>
    private static JsonElement? JsonOf(JsonPlace place)
    {
        try
        {
            using var document = JsonDocument.Parse(place.AsText ?? place.Json!.ToJsonString());
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            place.Report($"the text cannot be read as JSON ({broken.Message})", "JSON, as such or as a text");
            return null;
        }
    }
}
