using System.Text.Json.Nodes;

namespace MockCustomers.Mappings;

/// <summary>Tells the dialects apart by their keys.</summary>
internal static class Dialects
{
    private static readonly HashSet<string> NetMapping = new(StringComparer.OrdinalIgnoreCase)
    {
        "Guid", "Title", "Description", "Scenario", "WhenStateIs", "SetStateTo", "TimesInSameState", "TimeSettings", "Webhook", "Webhooks", "IsDisabled", "Probability", "SaveToFile",
    };

    private static readonly HashSet<string> NetRequest = new(StringComparer.OrdinalIgnoreCase) { "Path", "Methods", "Params", "Body", "ClientIP", "HttpVersion" };

    private static readonly HashSet<string> NetResponse = new(StringComparer.OrdinalIgnoreCase)
    {
        "StatusCode", "BodyAsJson", "BodyAsBytes", "BodyAsFile", "BodyDestination", "Delay", "MinimumRandomDelay", "MaximumRandomDelay", "UseTransformer", "ProxyUrl", "HeadersRaw",
    };

    /// <summary>The dialect of a mapping, or of the first mapping of several.</summary>
    public static Dialect Of(JsonNode? json) => json switch
    {
        JsonArray { Count: > 0 } list => Of(list[0]),
        JsonObject map when map["mappings"] is JsonArray list => list.Count == 0 ? Dialect.WireMock : Of(list),
        JsonObject map => OfMapping(map),
        _ => Dialect.Unknown,
    };

    private static Dialect OfMapping(JsonObject map)
    {
        if (map.ContainsKey("Request") || map.ContainsKey("Response")) return Dialect.WireMockNet;
        if (!map.ContainsKey("request") && !map.ContainsKey("response")) return Dialect.Unknown;
        var isNet = map.Any(property => NetMapping.Contains(property.Key)) || Has(map["request"], NetRequest) || Has(map["response"], NetResponse) || IsNetList(map["request"]);
        return isNet ? Dialect.WireMockNet : Dialect.WireMock;
    }

    private static bool Has(JsonNode? json, HashSet<string> keys) => json is JsonObject map && map.Any(property => keys.Contains(property.Key));

    /// <summary>WireMock has headers and cookies by name, WireMock.Net in a list; what WireMock.Net calls Url, too, can be an object.</summary>
    private static bool IsNetList(JsonNode? request) => request is JsonObject map && (map["headers"] is JsonArray || map["cookies"] is JsonArray || map["url"] is JsonObject);
}
