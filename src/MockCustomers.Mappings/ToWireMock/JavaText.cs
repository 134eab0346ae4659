using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>What one of WireMock.Net's matchers asks of a text, as WireMock's content pattern.</summary>
internal static class JavaText
{
    private static readonly string[] Known = ["Name", "Pattern", "Patterns", "IgnoreCase", "RejectOnMatch", "MatchOperator", "Regex"];

    /// <returns>null when WireMock has no such pattern; then it was reported.</returns>
    public static JsonObject? Of(JsonPlace matcher)
    {
        if (Named(matcher) is not { } name) return null;
        if (name == CarriedPattern.Name) return Carried(matcher);
        if (name == "NotNullOrEmptyMatcher") return Contrary(matcher, new JsonObject { ["matches"] = ".+" });
        Func<string, bool, JsonObject>? read = name switch
        {
            "ExactMatcher" => EqualTo,
            "WildcardMatcher" => Wildcard,
            "RegexMatcher" => Expression,
            _ => null,
        };
        if (read is not null) return Contrary(matcher, Several(matcher, text => read(text, matcher.Flag("IgnoreCase"))));
        matcher.Report($"WireMock has no '{name}' for a text", "ExactMatcher, WildcardMatcher or RegexMatcher");
        return null;
    }

    /// <returns>The matcher's name; null when it has none, which was reported.</returns>
    public static string? Named(JsonPlace matcher)
    {
        matcher.Allow(Known);
        return matcher.Optional("Name")?.AsText ?? matcher.Missing<string?>("Name", "such as \"ExactMatcher\"", null);
    }

    /// <summary>The patterns of a matcher, one of which has to match unless it is told otherwise.</summary>
    public static JsonObject? Several(JsonPlace matcher, Func<string, JsonObject> read)
    {
        var texts = matcher.Optional("Patterns") is { } list ? list.Items().Select(item => item.AsText).ToList() : [matcher.Optional("Pattern")?.AsText];
        if (texts.Count == 0 || texts.Contains(null))
        {
            matcher.Expected("'Pattern' with a text, or 'Patterns' with texts");
            return null;
        }

        return Join(matcher, [.. texts.Select(text => read(text!))]);
    }

    /// <summary>Several patterns, joined as a MatchOperator has it.</summary>
    public static JsonObject? Join(JsonPlace place, IReadOnlyList<JsonObject> patterns)
    {
        if (patterns is [var only]) return only;
        var joint = place.Optional("MatchOperator")?.AsText?.ToUpperInvariant() ?? "OR";
        if (joint is "OR" or "AND") return new JsonObject { [joint == "OR" ? "or" : "and"] = new JsonArray([.. patterns]) };
        place.Report($"WireMock has no MatchOperator '{joint}'", "Or, or And");
        return null;
    }

    /// <summary>A pattern, or its contrary when the matcher rejects on match.</summary>
    public static JsonObject? Contrary(JsonPlace matcher, JsonObject? pattern)
    {
        if (pattern is null || !matcher.Flag("RejectOnMatch")) return pattern;
        if (pattern is { Count: 1 } && pattern["contains"] is { } part) return new JsonObject { ["doesNotContain"] = part.DeepClone() };
        return pattern["matches"] is { } expression ? new JsonObject { ["doesNotMatch"] = expression.DeepClone() } : new JsonObject { ["not"] = pattern };
    }

    private static JsonObject EqualTo(string text, bool ignoresCase)
    {
        var pattern = new JsonObject { ["equalTo"] = text };
        if (ignoresCase) pattern["caseInsensitive"] = true;
        return pattern;
    }

    private static JsonObject Wildcard(string text, bool ignoresCase)
    {
        if (!text.AsSpan().ContainsAny('*', '?')) return EqualTo(text, ignoresCase);
        if (!ignoresCase && text is ['*', .. var part, '*'] && part.Length > 0 && !part.AsSpan().ContainsAny('*', '?')) return new JsonObject { ["contains"] = part };
        return new JsonObject { ["matches"] = (ignoresCase ? "(?i)" : "") + NetRegex.OfWildcard(text) };
    }

    private static JsonObject Expression(string text, bool ignoresCase) => !ignoresCase && NetRegex.Literal(text) is { Length: > 0 } part
        ? new JsonObject { ["contains"] = part }
        : new JsonObject { ["matches"] = (ignoresCase ? "(?i)" : "") + NetRegex.Whole(text) };

    private static JsonObject? Carried(JsonPlace matcher)
    {
        if (matcher.Optional("Pattern")?.AsText is { } text && CarriedPattern.Read(text, new DiagnosticBag()) is not null && JsonNode.Parse(text) is JsonObject { Count: 1 } map && map.First() is { Key: "body" or "value", Value: JsonObject pattern })
            return pattern.DeepClone().AsObject();
        matcher.Expected($"a '{CarriedPattern.Name}' of a body or a value");
        return null;
    }
}
