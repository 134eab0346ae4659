using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings.ToWireMockNet;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>What WireMock.Net asks of path and URL.</summary>
/// <remarks>Its URL begins with scheme and host, of which WireMock's patterns know nothing: only what <see cref="NetUrl"/> makes goes back.</remarks>
internal static partial class JavaUrl
{
    public static void Add(JsonObject java, JsonPlace request)
    {
        if (request.Optional("Path") is { } path)
        {
            request.Optional("Url")?.Report("'Url' beside 'Path': WireMock.Net passes over it", "one of them");
            AddPath(java, path);
        }
        else if (request.Optional("Url") is { } url)
        {
            foreach (var matcher in Matchers(url)) AddUrl(java, matcher);
        }
    }

    private static IReadOnlyList<JsonPlace> Matchers(JsonPlace model)
    {
        model.Allow("Matchers", "MatchOperator");
        return model.Optional("Matchers")?.Items() ?? model.Missing<IReadOnlyList<JsonPlace>>("Matchers", "what it has to match", []);
    }

    private static void AddPath(JsonObject java, JsonPlace path)
    {
        if (path.AsText is { } text)
        {
            if (text.AsSpan().ContainsAny('*', '?')) java["urlPathPattern"] = NetRegex.OfWildcard(text);
            else java["urlPath"] = Encoded(text);
            return;
        }

        if (Matchers(path) is not [var matcher])
        {
            path.Report("several matchers of a path", "one; RegexMatcher can say all");
            return;
        }

        if (matcher.Optional("Patterns") is null && matcher.Optional("Name")?.AsText == "ExactMatcher" && matcher.Optional("Pattern")?.AsText is { } exact && !matcher.Flag("IgnoreCase") && !matcher.Flag("RejectOnMatch")) java["urlPath"] = Encoded(exact);
        else if (JavaText.Of(matcher) is { } pattern && Expression(matcher, pattern) is { } expression && expression != ".*") java["urlPathPattern"] = expression;
    }

    /// <summary>What is asked of a text as one expression.</summary>
    private static string? Expression(JsonPlace matcher, JsonObject pattern)
    {
        var ignoring = pattern["caseInsensitive"] is null ? "" : "(?i)";
        if (pattern["matches"] is { } expression) return expression.GetValue<string>();
        if (pattern["equalTo"] is { } equal) return ignoring + Regex.Escape(equal.GetValue<string>());
        if (pattern["contains"] is { } part) return $".*{Regex.Escape(part.GetValue<string>())}.*";
        if (pattern["doesNotMatch"] is { } not) return $"(?!(?:{not.GetValue<string>()})$).*";
        if (pattern["or"] is JsonArray all && all.Select(one => Expression(matcher, one!.AsObject())).ToList() is var each && !each.Contains(null)) return string.Join('|', each.Select(one => $"(?:{one})"));
        matcher.Report("WireMock has one expression for a path", "ExactMatcher, WildcardMatcher or RegexMatcher");
        return null;
    }

    private static void AddUrl(JsonObject java, JsonPlace matcher)
    {
        var text = matcher.Optional("Pattern")?.AsText ?? "";
        var name = JavaText.Named(matcher);
        if (name == CarriedPattern.Name && JsonNode.Parse(text) is JsonObject carried && carried["query"] is JsonObject query) Add(java, query);
        else if (name != NetText.Regular) matcher.Report($"WireMock's patterns do not know a URL's host: '{name}'", "Path and Params");
        else if (Whole().Match(text) is { Success: true } url) java["urlPattern"] = url.Groups[1].Value;
        else if (WholePath().Match(text) is { Success: true } path) java["urlPathPattern"] = path.Groups[1].Value;
        else if (Absent().Match(text) is { Success: true } absent && Literal(absent.Groups[1].Value) is { } gone) Add(java, new JsonObject { [Uri.UnescapeDataString(gone)] = new JsonObject { ["absent"] = true } });
        else if (Parameter().Match(text) is { Success: true } one && Literal(one.Groups[1].Value) is { } key && Literal(one.Groups[2].Value) is { } value) Add(java, new JsonObject { [Uri.UnescapeDataString(key)] = new JsonObject { ["equalTo"] = Uri.UnescapeDataString(value) } });
        else if (text.StartsWith(UrlRegex.Origin, StringComparison.Ordinal) && text.EndsWith(UrlRegex.AnyQuery, StringComparison.Ordinal) && Literal(text[UrlRegex.Origin.Length..^UrlRegex.AnyQuery.Length]) is { } fixedPath) java["urlPath"] = fixedPath;
        else if (text.StartsWith(UrlRegex.Origin, StringComparison.Ordinal) && text.EndsWith(@"\z", StringComparison.Ordinal) && Literal(text[UrlRegex.Origin.Length..^2]) is { } literal) java["url"] = literal;
        else matcher.Report("WireMock's patterns do not know a URL's host", "Path and Params");
    }

    private static void Add(JsonObject java, JsonObject query)
    {
        var all = java["queryParameters"] as JsonObject ?? [];
        foreach (var (name, pattern) in query) all[name] = pattern!.DeepClone();
        java["queryParameters"] = all;
    }

    /// <summary>The text of an expression of <see cref="UrlRegex"/>, percent-encoded; null when it is more than a text.</summary>
    private static string? Literal(string expression) => NetRegex.Literal(EncodedCharacter().Replace(expression, match => match.Groups[1].Success ? match.Groups[1].Value : "%20"));

    private static string Encoded(string path) => string.Join('/', path.Split('/').Select(segment => Uri.EscapeDataString(segment)));

    [GeneratedRegex(@"^\\Ahttps\?://\[\^/\?#\]\+\(\?s-m:(.*)\)\\z$", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\\Ahttps\?://\[\^/\?#\]\+\(\?s-m:(.*)\)\(\?=\\\?\|\\z\)\(\?<!\\\?\.\*\)$", RegexOptions.Singleline)]
    private static partial Regex WholePath();

    [GeneratedRegex(@"^\\A\(\?!\[\^\?\]\*\\\?\(\?:\.\*&\)\?(.*)\(\?:\[=&\]\|\\z\)\)$")]
    private static partial Regex Absent();

    [GeneratedRegex(@"^\\A\[\^\?\]\*\\\?\(\?:\.\*&\)\?(.*?)=(.*)\(\?:&\.\*\)\?\\z$")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\(\?:(?:\\?[^|]|\\?..)\|\(\?i:((?:%[0-9A-F]{2})+)\)\)|\(\?i:(?<1>(?:%[0-9A-F]{2})+)\)|\(\?: \|\\\+\|%20\)")]
    private static partial Regex EncodedCharacter();
}
