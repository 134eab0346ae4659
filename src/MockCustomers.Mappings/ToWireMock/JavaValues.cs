using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>What WireMock.Net asks of a header, a cookie or a parameter.</summary>
internal static class JavaValues
{
    private static readonly string[] Known = ["Name", "IgnoreCase", "RejectOnMatch", "Matchers", "MatchOperator"];

    public static JsonObject? OfHeader(JsonPlace header)
    {
        header.Allow(Known);
        var matchers = header.Optional("Matchers")?.Items() ?? header.Missing<IReadOnlyList<JsonPlace>>("Matchers", "what its value has to match", []);
        var mayBeMissing = header.Flag("RejectOnMatch");
        if (mayBeMissing && matchers is [var only] && IsAnything(only, isRejected: true)) return new JsonObject { ["absent"] = true };
        var patterns = matchers.Select(JavaText.Of).OfType<JsonObject>().ToList();
        if (patterns.Count < matchers.Count || patterns.Count == 0 || JavaText.Join(header, patterns) is not { } pattern) return null;
        var isContrary = pattern.ContainsKey("doesNotMatch") || pattern.ContainsKey("doesNotContain") || pattern.ContainsKey("not") || pattern.ContainsKey("and") || pattern.ContainsKey("or");
        // To WireMock a value that is missing matches the contrary of something, to WireMock.Net only when the header says so.
        if (mayBeMissing) return isContrary && !pattern.ContainsKey("and") && !pattern.ContainsKey("or") ? pattern : new JsonObject { ["or"] = new JsonArray(new JsonObject { ["absent"] = true }, pattern) };
        return isContrary ? new JsonObject { ["and"] = new JsonArray(new JsonObject { ["not"] = new JsonObject { ["absent"] = true } }, pattern) } : pattern;
    }

    public static JsonObject? OfCookie(JsonPlace cookie)
    {
        cookie.Allow(Known);
        var matchers = cookie.Optional("Matchers")?.Items() ?? cookie.Missing<IReadOnlyList<JsonPlace>>("Matchers", "what its value has to match", []);
        if (cookie.Flag("IgnoreCase")) cookie.Optional("IgnoreCase")!.Report("WireMock tells cookies apart by the case of their names", "false");
        if (cookie.Flag("RejectOnMatch"))
        {
            if (matchers is [var only] && IsAnything(only, isRejected: true)) return new JsonObject { ["absent"] = true };
            cookie.Optional("RejectOnMatch")!.Report("WireMock has no cookie that may be missing", "a mapping for each");
            return null;
        }

        var patterns = matchers.Select(JavaText.Of).OfType<JsonObject>().ToList();
        return patterns.Count < matchers.Count || patterns.Count == 0 ? null : JavaText.Join(cookie, patterns);
    }

    /// <remarks>WireMock.Net wants a matcher for each value, and with one for everything beside it a value for each matcher.</remarks>
    public static JsonObject? OfParameter(JsonPlace parameter)
    {
        parameter.Allow(Known);
        foreach (var key in new[] { "IgnoreCase", "RejectOnMatch" })
            if (parameter.Flag(key)) parameter.Optional(key)!.Report(key == "IgnoreCase" ? "WireMock tells parameters apart by the case of their names" : "WireMock.Net passes over it in JSON", "false");
        var all = parameter.Optional("Matchers")?.Items() ?? parameter.Missing<IReadOnlyList<JsonPlace>>("Matchers", "what its value has to match; [] for any", []);
        var asked = all.Where(matcher => !IsAnything(matcher, isRejected: false)).ToList();
        var patterns = asked.Select(JavaText.Of).OfType<JsonObject>().ToList();
        if (patterns.Count < asked.Count) return null;
        return patterns.Count switch
        {
            0 => new JsonObject { ["matches"] = ".*" },
            1 => Present(patterns[0]),
            _ => new JsonObject { [asked.Count < all.Count ? "includes" : "hasExactly"] = new JsonArray([.. patterns]) },
        };
    }

    /// <summary>A parameter has to be there for WireMock.Net, whatever is asked of it.</summary>
    private static JsonObject Present(JsonObject pattern) => pattern.ContainsKey("doesNotMatch") || pattern.ContainsKey("doesNotContain") || pattern.ContainsKey("not")
        ? new JsonObject { ["and"] = new JsonArray(new JsonObject { ["not"] = new JsonObject { ["absent"] = true } }, pattern) }
        : pattern;

    private static bool IsAnything(JsonPlace matcher, bool isRejected) =>
        matcher.Optional("Name")?.AsText == "WildcardMatcher" && matcher.Optional("Pattern")?.AsText == "*" && matcher.Flag("RejectOnMatch") == isRejected;
}
