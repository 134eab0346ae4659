using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Matching;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>What is asked of query parameters: of their values as Params, or of the URL as a text where those cannot say it.</summary>
/// <param name="Parameters">WireMock.Net's Params.</param>
/// <param name="InUrl">Matchers of the URL.</param>
internal sealed record NetQuery(JsonArray Parameters, IReadOnlyList<JsonObject> InUrl)
{
    private const string Pairs = @"\A[^?]*\?(?:.*&)?";
    private const string End = @"(?:&.*)?\z";

    public static NetQuery Of(JsonPlace request, Target target)
    {
        var (parameters, inUrl) = (new JsonArray(), new List<JsonObject>());
        ValuesReader.Named(request, "queryParameters");
        if (request.Optional("queryParameters") is not { Json: JsonObject { Count: > 0 } map } all) return new NetQuery(parameters, inUrl);
        // WireMock.Net splits values at commas, and its users count on it: the sandbox asks for WireMock's own.
        if (target == Target.Sandbox) inUrl.Add(CarriedPattern.Of("query", map));
        else
            foreach (var (name, _) in map)
            {
                if (all.Optional(name) is not { } pattern) continue;
                if (AsValues(pattern) is { } matchers) parameters.Add((JsonNode)new JsonObject { ["Name"] = name, ["Matchers"] = new JsonArray([.. matchers, NetText.Anything()]) });
                else if (AsUrl(name, pattern) is { } expression) inUrl.Add(NetText.Regex(expression));
                else NetValue.Refuse(pattern, " for a query parameter", $"equalTo, contains, matches or absent; {Refusals.Stay}");
            }

        return new NetQuery(parameters, inUrl);
    }

    /// <summary>Matchers each of which one of the values has to match. WireMock.Net wants a matcher for each value, too: who adds one for everything asks what WireMock does.</summary>
    private static JsonObject[]? AsValues(JsonPlace pattern)
    {
        if (pattern.Optional("includes") is not { Json: JsonArray } list) return AsValue(pattern) is { } one ? [one] : null;
        var all = list.Items().Select(AsValue).ToList();
        return all.Contains(null) ? null : [.. all.OfType<JsonObject>()];
    }

    /// <remarks>WireMock.Net takes a value with a comma or a semicolon for several ones.</remarks>
    private static JsonObject? AsValue(JsonPlace pattern)
    {
        var text = (pattern.Optional("equalTo") ?? pattern.Optional("contains"))?.AsText;
        return text?.AsSpan().ContainsAny(",;") == true || NetText.IsMatchWhenMissing(pattern) ? null : NetText.Of(pattern);
    }

    private static string? AsUrl(string name, JsonPlace pattern)
    {
        var key = UrlRegex.Value(name);
        if (pattern.Optional("absent") is not null) return $@"\A(?![^?]*\?(?:.*&)?{key}(?:[=&]|\z))";
        if (pattern.Optional("equalTo")?.AsText is { } equal) return $"{Pairs}{key}={(pattern.Flag("caseInsensitive") ? $"(?i:{UrlRegex.Value(equal)})" : UrlRegex.Value(equal))}{End}";
        if (pattern.Optional("contains")?.AsText is { } part) return $"{Pairs}{key}=[^&]*{UrlRegex.Value(part)}[^&]*{End}";
        if (pattern.Optional("doesNotContain")?.AsText is { Length: > 0 } none)
            return $@"\A(?![^?]*\?(?:.*&)?{key}(?:[=&]|\z))|{Pairs}{key}(?:=(?:(?!{UrlRegex.Value(none)})[^&])*)?{End}";
        return null;
    }
}
