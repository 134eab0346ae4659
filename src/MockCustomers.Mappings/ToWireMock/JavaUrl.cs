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
            var matchers = Matchers(url);
            if (matchers.Select(Template).FirstOrDefault(found => found is not null) is { } template)
            {
                (java["urlPathTemplate"], java["pathParameters"]) = (template["template"]?.DeepClone(), template["parameters"]?.DeepClone() ?? new JsonObject());
                matchers = [.. matchers.Where(matcher => Template(matcher) is null && matcher.Optional("Pattern")?.AsText != NetPathTemplate.InUrl((string)template["template"]!))];
            }

            foreach (var matcher in matchers) AddUrl(java, matcher);
        }
    }

    /// <summary>The template that a matcher carries; null for none.</summary>
    private static JsonObject? Template(JsonPlace matcher) =>
        matcher.Optional("Name")?.AsText == CarriedPattern.Name && matcher.Optional("Pattern")?.AsText is { } text && CarriedPattern.Read(text, new DiagnosticBag()) is not null ? JsonNode.Parse(text)!["path"] as JsonObject : null;

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

        var matchers = Matchers(path);
        if (matchers is [var only] && Literal(only) is { } literal)
        {
            java["urlPath"] = Encoded(literal);
            return;
        }

        var expressions = matchers.Select(matcher => JavaText.Of(matcher) is { } pattern ? Expression(matcher, pattern) : null).OfType<string>().ToList();
        if (expressions.Count < matchers.Count || expressions.Count == 0) return;
        if (Joined(path, expressions) is { } expression && expression != ".*") java["urlPathPattern"] = expression;
    }

    private static string? Literal(JsonPlace matcher) =>
        matcher.Optional("Name")?.AsText == "ExactMatcher" && matcher.Optional("Patterns") is null && !matcher.Flag("IgnoreCase") && !matcher.Flag("RejectOnMatch") ? matcher.Optional("Pattern")?.AsText : null;

    private static string? Joined(JsonPlace path, List<string> expressions)
    {
        if (expressions is [var only]) return only;
        var joint = path.Optional("MatchOperator")?.AsText?.ToUpperInvariant() ?? "OR";
        if (joint == "OR") return string.Join('|', expressions.Select(one => $"(?:{one})"));
        if (joint == "AND") return string.Concat(expressions.SkipLast(1).Select(one => $"(?=(?:{one})$)")) + $"(?:{expressions[^1]})";
        path.Report($"WireMock has no MatchOperator '{joint}'", "Or, or And");
        return null;
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
        if (name == CarriedPattern.Name && CarriedPattern.Read(text, new DiagnosticBag()) is not null && JsonNode.Parse(text)!["query"] is JsonObject query) Add(java, query);
        else if (name != NetText.Regular || text.Length > NetRegex.Longest) matcher.Report($"WireMock's patterns do not know a URL's host: '{name}'", "Path and Params");
        else if (Whole().Match(text) is { Success: true } url) java["urlPattern"] = url.Groups[1].Value;
        else if (WholePath().Match(text) is { Success: true } path) java["urlPathPattern"] = path.Groups[1].Value;
        else if (JavaUrlQuery.Of(text) is { } parameter) Add(java, parameter);
        else if (text.StartsWith(UrlRegex.Origin, StringComparison.Ordinal) && text.EndsWith(UrlRegex.AnyQuery, StringComparison.Ordinal) && JavaUrlQuery.Literal(text[UrlRegex.Origin.Length..^UrlRegex.AnyQuery.Length]) is { } fixedPath) java["urlPath"] = fixedPath;
        else if (text.StartsWith(UrlRegex.Origin, StringComparison.Ordinal) && text.EndsWith(@"\z", StringComparison.Ordinal) && JavaUrlQuery.Literal(text[UrlRegex.Origin.Length..^2]) is { } literal) java["url"] = literal;
        else matcher.Report("WireMock's patterns do not know a URL's host", "Path and Params");
    }

    private static void Add(JsonObject java, JsonObject query)
    {
        var all = java["queryParameters"] as JsonObject ?? [];
        foreach (var (name, pattern) in query) all[name] = pattern!.DeepClone();
        java["queryParameters"] = all;
    }

    private static string Encoded(string path) => string.Join('/', path.Split('/').Select(segment => Uri.EscapeDataString(segment)));

    [GeneratedRegex(@"^\\Ahttps\?://\[\^/\?#\]\+\(\?s-m:(.*)\)\\z$", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\\Ahttps\?://\[\^/\?#\]\+\(\?s-m:(.*)\)\(\?=\\\?\|\\z\)\(\?<!\\\?\.\*\)$", RegexOptions.Singleline)]
    private static partial Regex WholePath();
}
