using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>What WireMock asks of one text, where WireMock.Net has a matcher for just that.</summary>
internal static class NetText
{
    public const string Regular = "RegexMatcher";

    /// <summary>Matches every text.</summary>
    public static JsonObject Anything() => new() { ["Name"] = "WildcardMatcher", ["Pattern"] = "*" };

    /// <summary>Matches no text.</summary>
    public static JsonObject Nothing() => Reject(Anything());

    public static JsonObject Regex(string expression) => new() { ["Name"] = Regular, ["Pattern"] = expression };

    /// <returns>null when there is no such matcher, or what stands there was reported.</returns>
    public static JsonObject? Of(JsonPlace pattern)
    {
        if (pattern.Optional("equalTo")?.AsText is { } equal) return Exact(equal, pattern.Flag("caseInsensitive"));
        if (pattern.Optional("contains")?.AsText is { } part) return Containing(part);
        if (pattern.Optional("doesNotContain")?.AsText is { } none) return Reject(Containing(none));
        if (pattern.Optional("matches")?.AsText is { } expression) return Whole(expression) is { } whole ? Regex(whole) : null;
        if (pattern.Optional("doesNotMatch")?.AsText is { } other) return Whole(other) is { } not ? Reject(Regex(not)) : null;
        return pattern.Optional("not") is { } inner && Of(inner) is { } contrary ? Reject(contrary) : null;
    }

    /// <summary>Whether WireMock says that a header or a parameter matches that is not there.</summary>
    public static bool IsMatchWhenMissing(JsonPlace pattern)
    {
        if (pattern.Optional("not") is { } inner) return !IsMatchWhenMissing(inner);
        if (pattern.Optional("and") is { Json: JsonArray } all) return all.Items().All(IsMatchWhenMissing);
        if (pattern.Optional("or") is { Json: JsonArray } one) return one.Items().Any(IsMatchWhenMissing);
        return pattern.Optional("absent") is not null || pattern.Optional("doesNotContain") is not null || pattern.Optional("doesNotMatch") is not null;
    }

    /// <summary>Whether an empty text has what is asked for: for WireMock, an empty body is none.</summary>
    public static bool IsMatchWhenEmpty(JsonPlace pattern)
    {
        if (pattern.Optional("matches")?.AsText is { } expression) return BoundedRegex.Whole(expression, RegexOptions.Singleline, out _) is { } whole && whole("");
        return (pattern.Optional("equalTo") ?? pattern.Optional("contains"))?.AsText is "";
    }

    /// <summary>WireMock's expressions match the whole text, over several lines; WireMock.Net's a part of it, line by line.</summary>
    public static string? Whole(string expression) => JavaRegex.Translate(expression, out _) is { } net ? $@"\A(?s-m:{net})\z" : null;

    private static JsonObject Exact(string text, bool ignoresCase)
    {
        var matcher = new JsonObject { ["Name"] = "ExactMatcher", ["Pattern"] = text };
        if (ignoresCase) matcher["IgnoreCase"] = true;
        return matcher;
    }

    private static JsonObject Containing(string part) => part.AsSpan().ContainsAny("*?\r\n")
        ? Regex(System.Text.RegularExpressions.Regex.Escape(part))
        : new JsonObject { ["Name"] = "WildcardMatcher", ["Pattern"] = $"*{part}*" };

    private static JsonObject Reject(JsonObject matcher)
    {
        if (!matcher.Remove("RejectOnMatch")) matcher["RejectOnMatch"] = true;
        return matcher;
    }
}
