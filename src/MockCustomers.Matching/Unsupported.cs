using MockCustomers.Diagnostics;

namespace MockCustomers.Matching;

/// <summary>What WireMock's patterns may say and ours may not: told by name, for a pattern that lost a part would match too much.</summary>
internal static class Unsupported
{
    /// <summary>Keys of request patterns, and what to say instead.</summary>
    public static IReadOnlyDictionary<string, string> Requests { get; } = new Dictionary<string, string>
    {
        ["basicAuthCredentials"] = "the journal keeps no credentials; {\"fault\": …} in the entries says who was refused",
        ["formParameters"] = "bodyPatterns",
        ["multipartPatterns"] = "bodyPatterns",
        ["customMatcher"] = "bodyPatterns",
        ["scheme"] = "every vendor is asked over HTTP",
        ["host"] = "\"headers\": {\"Host\": …}",
        ["port"] = "\"vendor\": each has a port of its own",
        ["clientIp"] = "a session for each client",
    };

    /// <summary>Matchers, and what to say instead.</summary>
    public static IReadOnlyDictionary<string, string> Matchers { get; } = new Dictionary<string, string>
    {
        ["equalToXml"] = "equalTo or contains: the vendors speak JSON",
        ["matchesXPath"] = "matches or contains: the vendors speak JSON",
        ["equalToNumber"] = "equalTo, or matchesJsonPath with a filter",
        ["greaterThanNumber"] = "matchesJsonPath with a filter: \"$[?(@.age > 18)]\"",
        ["greaterThanEqualNumber"] = "matchesJsonPath with a filter: \"$[?(@.age >= 18)]\"",
        ["lessThanNumber"] = "matchesJsonPath with a filter: \"$[?(@.age < 18)]\"",
        ["lessThanEqualNumber"] = "matchesJsonPath with a filter: \"$[?(@.age <= 18)]\"",
        ["actualFormat"] = "a moment of ISO 8601",
        ["truncateExpected"] = "a moment as it is",
        ["truncateActual"] = "a moment as it is",
        ["clause"] = "and, or, not",
    };

    /// <summary>Reports every key that is not known, the unsupported ones as such.</summary>
    public static void Report(JsonPlace place, IReadOnlyDictionary<string, string> unsupported, params string[] known)
    {
        place.Allow([.. known, .. unsupported.Keys.Where(key => place.Optional(key) is not null)]);
        foreach (var (key, remedy) in unsupported)
            place.Optional(key)?.Report($"WireMock's '{key}' is not supported", remedy);
    }
}
