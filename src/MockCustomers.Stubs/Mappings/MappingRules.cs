using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Stubs.Inside;
using static MockCustomers.Stubs.Mappings.AnyCase;

namespace MockCustomers.Stubs.Mappings;

/// <summary>What a mapping may not do on a machine that others use: call out, read and write files, match without end.</summary>
/// <param name="files">The files that it may read.</param>
internal sealed class MappingRules(OutgoingHosts hosts, FilesFolder files)
{
    private static readonly string[] Urls = ["ProxyUrl", "Address"];
    private static readonly string[] Files = ["BodyAsFile", "PatternAsFile"];

    /// <summary>Keys that hold what clients get, and nothing for WireMock.Net to obey.</summary>
    private static readonly string[] Opaque = ["BodyAsJson", "Data", "Headers", "TrailingHeaders"];

    /// <summary>Reports what is not allowed, wherever it stands.</summary>
    public void Check(JsonPlace mapping)
    {
        var request = Find(mapping, "Request");
        if (request is not null) Walk(request, "Request", isOfRequest: true);
        foreach (var key in Keys(mapping))
        {
            var place = mapping.Optional(key);
            if (place is null || Is(key, "Request") || Is(key, "Data")) continue;
            Walk(place, key, isOfRequest: false);
        }
    }

    private void Walk(JsonPlace place, string name, bool isOfRequest)
    {
        Judge(place, name, isOfRequest);
        if (place.Json is JsonArray)
        {
            foreach (var item in place.Items()) Walk(item, name, isOfRequest);
            return;
        }

        if (!isOfRequest && Array.Exists(Opaque, opaque => Is(name, opaque))) return;
        foreach (var key in Keys(place))
            if (place.Optional(key) is { } inner) Walk(inner, key, isOfRequest);
    }

    private void Judge(JsonPlace place, string name, bool isOfRequest)
    {
        if (Is(name, "SaveToFile") && place.Json is JsonValue flag && flag.TryGetValue(out bool saves) && saves) place.Report("the sandbox writes no mappings into files", "no SaveToFile; GET /__admin/mappings shows them");
        if (Is(name, "X509Certificate2ThumbprintOrSubjectName")) place.Report("the sandbox lends no certificates of its machine", "no certificate");
        if (Is(name, "ProxyUrlReplaceSettings")) place.Report("the sandbox changes no urls of proxies: it could no longer say whom they call", "a ProxyUrl that needs no change");
        if (isOfRequest && IsMatcher(place)) JudgeMatcher(place);
        if (place.AsText is not { } text) return;
        if (Array.Exists(Urls, url => Is(name, url)) || (Is(name, "Url") && !isOfRequest)) JudgeUrl(place, text);
        if (Array.Exists(Files, file => Is(name, file)) && !text.Contains("{{", StringComparison.Ordinal) && files.Find(text) is null)
            place.Report($"there is no file '{text}' in __files", "the name of a file in the vendor's folder __files; stubs read no others");
        if (isOfRequest && (Is(name, "Path") || Is(name, "Url"))) JudgeStars(place, text);
    }

    private void JudgeUrl(JsonPlace place, string url)
    {
        if (hosts.Refusal(url) is { } refusal) place.Report(refusal, hosts.Remedy);
    }

    private static void JudgeMatcher(JsonPlace matcher)
    {
        var name = Find(matcher, "Name")?.AsText?.Split('.')[0];
        foreach (var pattern in Patterns(matcher))
        {
            if (pattern.AsText is not { } text) continue;
            if (name is "WildcardMatcher" or "ContentTypeMatcher") JudgeStars(pattern, text);
            if (name is "JsonPathMatcher" && text.Contains("=~", StringComparison.Ordinal))
                pattern.Report("a regular expression inside of a JSONPath has no time-out", "a RegexMatcher, or a filter without =~");
        }
    }

    private static void JudgeStars(JsonPlace place, string pattern)
    {
        if (pattern.Count(letter => letter == '*') > MappingLimits.MostStars) place.Report($"'{pattern}' has more than {MappingLimits.MostStars} stars, and wildcards have no time-out", "fewer stars, or a RegexMatcher, which has one");
    }

    private static bool IsMatcher(JsonPlace place) => Find(place, "Name") is not null && (Find(place, "Pattern") ?? Find(place, "Patterns")) is not null;

    private static IEnumerable<JsonPlace> Patterns(JsonPlace matcher)
    {
        if (Find(matcher, "Pattern") is { } one) yield return one;
        if (Find(matcher, "Patterns") is not { Json: JsonArray } several) yield break;
        foreach (var pattern in several.Items()) yield return pattern;
    }

    private static IEnumerable<string> Keys(JsonPlace place) => place.Json is JsonObject map ? map.Select(pair => pair.Key) : [];
}
