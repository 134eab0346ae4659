using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>matchesJsonPath as JMESPath, for paths of names and numbers.</summary>
/// <remarks>WireMock.Net's own JsonPathMatcher takes null and [] for something, finds nothing below an only property, and fails where a path leads to several places.</remarks>
internal static partial class NetJsonPath
{
    /// <returns>null when JMESPath has no words for it.</returns>
    public static JsonObject? Of(JsonPlace pattern)
    {
        if (pattern.Optional("matchesJsonPath") is not { } place) return null;
        if (place.AsText is { } text) return Path(text) is { } only ? Matcher($"{only} != `null` && {only} != `[]` && {only} != `{{}}`") : null;
        if (place.Optional("expression")?.AsText is not { } expression || Path(expression) is not { } path) return null;
        if (place.Optional("equalTo")?.AsText is { } equal && !place.Flag("caseInsensitive")) return Matcher($"{IsScalar(path)} && to_string({path}) == {Literal(equal)}");
        return place.Optional("contains")?.AsText is { } part ? Matcher($"{IsScalar(path)} && contains(to_string({path}), {Literal(part)})") : null;
    }

    private static JsonObject Matcher(string expression) => new() { ["Name"] = "JmesPathMatcher", ["Pattern"] = expression };

    private static string IsScalar(string path) => $"contains(['string', 'number', 'boolean'], type({path}))";

    private static string Literal(string text) => $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";

    private static string? Path(string json)
    {
        if (!Definite().IsMatch(json)) return null;
        var steps = Step().Matches(json).Select(step => step.Groups["index"].Success ? $"[{step.Groups["index"].Value}]" : $".\"{step.Groups["name"].Value}\"");
        var path = string.Concat(steps);
        return path is ['.', ..] ? path[1..] : path.Length == 0 ? "@" : path;
    }

    [GeneratedRegex(@"^\$(?:\.[A-Za-z_][\w-]*|\['[^'\\""]+'\]|\[\d+\])*$")]
    private static partial Regex Definite();

    [GeneratedRegex(@"\.(?<name>[A-Za-z_][\w-]*)|\['(?<name>[^']+)'\]|\[(?<index>\d+)\]")]
    private static partial Regex Step();
}
