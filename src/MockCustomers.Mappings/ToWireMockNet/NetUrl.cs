using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>What is asked of path and query.</summary>
/// <remarks>
/// WireMock.Net asks a Path, or a Url: a mapping that has both is asked its path alone. So all goes into the Url where a part of it has to: the query as a text, and parameters that are to be missing.
/// </remarks>
internal static class NetUrl
{
    public static readonly string[] Keys = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate"];

    public static void Add(JsonObject net, JsonPlace request, Target target)
    {
        var present = Keys.Where(key => request.Optional(key) is not null).ToList();
        if (present.Count > 1) request.Report($"{string.Join(" and ", present)} exclude each other", "one of them");
        var key = present.FirstOrDefault();
        var query = NetQuery.Of(request, target);
        if (query.Parameters.Count > 0) net["Params"] = query.Parameters;
        if (key != "urlPathTemplate") request.Optional("pathParameters")?.Report("there is no template that has parameters", "urlPathTemplate beside it");
        var inUrl = key is "url" or "urlPattern" || query.InUrl.Count > 0;
        List<JsonObject> matchers = key is null ? [] : [.. OfText(request, request.Optional(key)!, key, inUrl, target)];
        if (inUrl) net["Url"] = Model([.. matchers, .. query.InUrl]);
        else if (matchers.Count > 0) net["Path"] = Model(matchers);
    }

    private static JsonObject Model(List<JsonObject> matchers)
    {
        var model = new JsonObject { ["Matchers"] = new JsonArray([.. matchers]) };
        if (matchers.Count > 1) model["MatchOperator"] = "And";
        return model;
    }

    private static IEnumerable<JsonObject> OfText(JsonPlace request, JsonPlace place, string key, bool inUrl, Target target)
    {
        if (key == "urlPathTemplate") return NetPathTemplate.Of(request, place, inUrl, target);
        if (place.AsText is not { Length: > 0 } text) return Wrong(place, "a text");
        if (key is "urlPattern" or "urlPathPattern") return Expression(place, text, isPath: key == "urlPathPattern", inUrl);
        if (text[0] != '/') return Wrong(place, "a path that begins with a slash");
        if (text.AsSpan().ContainsAnyExceptInRange('!', '~')) return Wrong(place, "a text as it is sent: percent-encoded");
        if (key == "url") return [NetText.Regex($@"{UrlRegex.Origin}{Literal(text)}\z")];
        if (text.Contains('?', StringComparison.Ordinal)) return Wrong(place, "a path without a query; 'url' has both");
        return [inUrl ? NetText.Regex(UrlRegex.Origin + UrlRegex.Raw(text, "/?#%") + UrlRegex.AnyQuery) : Exact(WebUtility.UrlDecode(text))];
    }

    private static IEnumerable<JsonObject> Expression(JsonPlace place, string text, bool isPath, bool inUrl)
    {
        if (BoundedRegex.Whole(text, RegexOptions.Singleline, out var problem) is null)
        {
            place.Report($"the regular expression cannot be read ({problem})", "one that matches the whole, such as \"/v1/customers/.*\"");
            return [];
        }

        if (text.Contains('%', StringComparison.Ordinal)) return Wrong(place, "an expression without percent-encoding: WireMock.Net matches what is decoded");
        if (!inUrl) return [NetText.Regex(NetText.Whole(text)!)];
        var net = JavaRegex.Translate(text, out _);
        // The path ends where the query begins: what the expression matched has no question mark in it.
        return [NetText.Regex(isPath ? $@"{UrlRegex.Origin}(?s-m:{net})(?=\?|\z)(?<!\?.*)" : $@"{UrlRegex.Origin}(?s-m:{net})\z")];
    }

    private static string Literal(string text)
    {
        var at = text.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? UrlRegex.Raw(text, "/?#%") : UrlRegex.Raw(text[..at], "/?#%") + UrlRegex.Raw(text[at..], "&=+#%?");
    }

    private static JsonObject Exact(string text) => new() { ["Name"] = "ExactMatcher", ["Pattern"] = text };

    private static JsonObject[] Wrong(JsonPlace place, string right)
    {
        place.Expected(right);
        return [];
    }
}
