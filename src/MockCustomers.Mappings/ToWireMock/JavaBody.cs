using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>What WireMock.Net asks of the body, as WireMock's patterns, all of which have to match.</summary>
internal static partial class JavaBody
{
    public static JsonArray Of(JsonPlace body)
    {
        body.Allow("Matcher", "Matchers", "MatchOperator");
        if (body.Optional("Matcher") is { } only) return Pattern(only) is { } pattern ? new JsonArray(pattern) : [];
        var matchers = body.Optional("Matchers")?.Items() ?? body.Missing<IReadOnlyList<JsonPlace>>("Matcher", "what the body has to match", []);
        var patterns = matchers.Select(Pattern).OfType<JsonObject>().ToList();
        if (patterns.Count < matchers.Count || patterns.Count == 0) return [];
        if (body.Optional("MatchOperator")?.AsText?.Equals("And", StringComparison.OrdinalIgnoreCase) == true) return new JsonArray([.. patterns]);
        return JavaText.Join(body, patterns) is { } joint ? new JsonArray(joint) : [];
    }

    private static JsonObject? Pattern(JsonPlace matcher)
    {
        var pattern = matcher.Optional("Name")?.AsText switch
        {
            "NotNullOrEmptyMatcher" => new JsonObject { ["not"] = new JsonObject { ["absent"] = true } },
            "ExactObjectMatcher" => JavaText.Several(matcher, text => new JsonObject { ["binaryEqualTo"] = text }),
            "JsonMatcher" or "SystemTextJsonMatcher" => Json(matcher, isPartial: false),
            "JsonPartialMatcher" or "SystemTextJsonPartialMatcher" => Json(matcher, isPartial: true),
            "JsonPathMatcher" => JavaText.Several(matcher, path => new JsonObject { ["matchesJsonPath"] = path }),
            "JmesPathMatcher" => JmesPath(matcher),
            _ => null,
        };
        if (pattern is null) return matcher.Optional("Name")?.AsText is "JsonMatcher" or "JsonPartialMatcher" or "JmesPathMatcher" or "SystemTextJsonMatcher" or "SystemTextJsonPartialMatcher" ? null : JavaText.Of(matcher);
        JavaText.Named(matcher);
        return JavaText.Contrary(matcher, pattern);
    }

    private static JsonObject? Json(JsonPlace matcher, bool isPartial)
    {
        foreach (var key in new[] { "IgnoreCase", "Regex" })
            if (matcher.Flag(key)) matcher.Optional(key)!.Report($"WireMock's equalToJson has no '{key}'", "JSON as it is");
        if (matcher.Optional("Pattern")?.Json is not { } expected)
        {
            matcher.Expected("'Pattern' with JSON");
            return null;
        }

        var pattern = new JsonObject { ["equalToJson"] = expected.DeepClone() };
        if (isPartial) (pattern["ignoreArrayOrder"], pattern["ignoreExtraElements"]) = (true, true);
        return pattern;
    }

    /// <remarks>The ones that are made of WireMock's own patterns, and no others.</remarks>
    private static JsonObject? JmesPath(JsonPlace matcher)
    {
        var text = matcher.Optional("Pattern")?.AsText ?? "";
        if (text.Length > NetRegex.Longest)
        {
            matcher.Report("an expression that is too long", $"one of {NetRegex.Longest} characters at most");
            return null;
        }

        if (Something().Match(text) is { Success: true } something) return new JsonObject { ["matchesJsonPath"] = Path(something.Groups[1].Value) };
        if (Value().Match(text) is { Success: true } value)
        {
            var literal = value.Groups["literal"].Value.Replace(@"\'", "'", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);
            return new JsonObject { ["matchesJsonPath"] = new JsonObject { ["expression"] = Path(value.Groups["path"].Value), [value.Groups["part"].Success ? "contains" : "equalTo"] = literal } };
        }

        matcher.Report("WireMock has no JMESPath", "JsonPathMatcher");
        return null;
    }

    private static string Path(string jmes) => jmes == "@" ? "$" : "$" + Name().Replace(jmes, match => $"['{match.Groups[1].Value}']");

    [GeneratedRegex(@"^(\S+) != `null` && \1 != `\[\]` && \1 != `\{\}`$")]
    private static partial Regex Something();

    [GeneratedRegex(@"^contains\(\['string', 'number', 'boolean'\], type\((?<path>.+?)\)\) && (?:to_string\(\k<path>\) == '(?<literal>.*)'|(?<part>contains)\(to_string\(\k<path>\), '(?<literal>.*)'\))$", RegexOptions.Singleline)]
    private static partial Regex Value();

    [GeneratedRegex(@"\.?""([^""]+)""")]
    private static partial Regex Name();
}
