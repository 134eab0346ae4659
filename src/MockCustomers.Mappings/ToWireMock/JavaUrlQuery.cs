using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Mappings.ToWireMockNet;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>The expressions that <see cref="NetQuery"/> makes of a URL, as query parameters again.</summary>
internal static partial class JavaUrlQuery
{
    /// <returns>A parameter and what is asked of it; null when it is another expression.</returns>
    public static JsonObject? Of(string expression)
    {
        if (Absent().Match(expression) is { Success: true } absent) return Make(absent, () => new JsonObject { ["absent"] = true });
        if (Without().Match(expression) is { Success: true } without) return Make(without, () => Text(without, "doesNotContain"));
        if (Containing().Match(expression) is { Success: true } containing) return Make(containing, () => Text(containing, "contains"));
        if (AnyCase().Match(expression) is { Success: true } any) return Make(any, () => Text(any, "equalTo") is { } pattern && pattern.TryAdd("caseInsensitive", true) ? pattern : null);
        return Equal().Match(expression) is { Success: true } equal ? Make(equal, () => Text(equal, "equalTo")) : null;
    }

    /// <summary>The text of an expression of <see cref="UrlRegex"/>, percent-encoded; null when it is more than a text.</summary>
    public static string? Literal(string expression) => NetRegex.Literal(Encoded().Replace(expression, match => match.Groups[1].Success ? match.Groups[1].Value : "%20"));

    private static JsonObject? Make(Match match, Func<JsonObject?> pattern) =>
        Literal(match.Groups["name"].Value) is { } name && pattern() is { } made ? new JsonObject { [Uri.UnescapeDataString(name)] = made } : null;

    private static JsonObject? Text(Match match, string kind) => Literal(match.Groups["value"].Value) is { } value ? new JsonObject { [kind] = Uri.UnescapeDataString(value) } : null;

    [GeneratedRegex(@"^\\A\(\?!\[\^\?\]\*\\\?\(\?:\.\*&\)\?(?<name>.*)\(\?:\[=&\]\|\\z\)\)$")]
    private static partial Regex Absent();

    [GeneratedRegex(@"^\\A\(\?!\[\^\?\]\*\\\?\(\?:\.\*&\)\?(?<name>.*)\(\?:\[=&\]\|\\z\)\)\|\\A\[\^\?\]\*\\\?\(\?:\.\*&\)\?\k<name>\(\?:=\(\?:\(\?!(?<value>.*)\)\[\^&\]\)\*\)\?\(\?:&\.\*\)\?\\z$")]
    private static partial Regex Without();

    [GeneratedRegex(@"^\\A\[\^\?\]\*\\\?\(\?:\.\*&\)\?(?<name>.*?)=\[\^&\]\*(?<value>.*)\[\^&\]\*\(\?:&\.\*\)\?\\z$")]
    private static partial Regex Containing();

    [GeneratedRegex(@"^\\A\[\^\?\]\*\\\?\(\?:\.\*&\)\?(?<name>.*?)=\(\?i:(?<value>[^%].*)\)\(\?:&\.\*\)\?\\z$")]
    private static partial Regex AnyCase();

    [GeneratedRegex(@"^\\A\[\^\?\]\*\\\?\(\?:\.\*&\)\?(?<name>.*?)=(?<value>.*)\(\?:&\.\*\)\?\\z$")]
    private static partial Regex Equal();

    [GeneratedRegex(@"\(\?:(?:\\?[^|]|\\?..)\|\(\?i:((?:%[0-9A-F]{2})+)\)\)|\(\?i:(?<1>(?:%[0-9A-F]{2})+)\)|\(\?: \|\\\+\|%20\)")]
    private static partial Regex Encoded();
}
