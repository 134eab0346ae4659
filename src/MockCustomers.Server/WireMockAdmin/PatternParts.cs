using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Journal;
using MockCustomers.Matching;

namespace MockCustomers.Server.WireMockAdmin;

/// <summary>A request pattern in its parts: method, URL, each header, parameter, cookie and body pattern.</summary>
internal sealed class PatternParts
{
    private static readonly string[] Urls = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate", "pathParameters"];
    private static readonly string[] Named = ["headers", "queryParameters", "cookies"];
    private readonly List<RequestPattern> parts = [];

    /// <param name="pattern">In WireMock's JSON; parts that cannot be asked of a journal are left out.</param>
    public PatternParts(JsonObject pattern, PatternVocabulary vocabulary)
    {
        foreach (var part in Split(pattern))
        {
            var mistakes = new DiagnosticBag();
            var read = new RequestPatternReader(vocabulary).Read(new JsonPlace(part, "", "", mistakes));
            if (mistakes.IsEmpty) parts.Add(read);
        }
    }

    /// <summary>Which share of the parts a request does not match: 0 when it matches all, 1 when it matches none.</summary>
    public double DistanceOf(JournalEntry entry) => parts.Count == 0 ? 0 : parts.Count(part => !IsMatch(part, entry)) / (double)parts.Count;

    private static bool IsMatch(RequestPattern part, JournalEntry entry)
    {
        try
        {
            return part.IsMatch(entry);
        }
        catch (PatternException)
        {
            // What cannot be found out counts as different: a distance is a hint, no verdict.
            return false;
        }
    }

    private static IEnumerable<JsonObject> Split(JsonObject pattern)
    {
        if (pattern["method"] is { } method) yield return new JsonObject { ["method"] = method.DeepClone() };
        var url = new JsonObject(Urls.Where(key => pattern[key] is not null).Select(key => KeyValuePair.Create(key, pattern[key]?.DeepClone())));
        if (url.Count > 0) yield return url;
        foreach (var kind in Named)
            foreach (var (name, value) in pattern[kind] as JsonObject ?? [])
                yield return new JsonObject { [kind] = new JsonObject { [name] = value?.DeepClone() } };
        foreach (var body in pattern["bodyPatterns"] as JsonArray ?? []) yield return new JsonObject { ["bodyPatterns"] = new JsonArray(body?.DeepClone()) };
    }
}
