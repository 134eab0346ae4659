using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>The calls that follow a response: WireMock's serveEventListeners and the older postServeActions, of the name "webhook".</summary>
internal static class NetWebhooks
{
    private const string Name = "webhook";

    private static readonly string[] Keys = ["serveEventListeners", "postServeActions"];

    public static void Add(JsonObject net, JsonPlace mapping)
    {
        var webhooks = Keys.SelectMany(key => mapping.Optional(key) is { } place ? Parameters(place) : [])
            .Select(parameters => new JsonObject { ["Request"] = Webhook(parameters) }).ToList();
        if (webhooks.Count == 0) return;
        // WireMock.Net passes over an array of one.
        if (webhooks.Count == 1) net["Webhook"] = webhooks[0];
        else net["Webhooks"] = new JsonArray([.. webhooks]);
        // WireMock answers first.
        net["UseWebhooksFireAndForget"] = true;
    }

    private static IEnumerable<JsonPlace> Parameters(JsonPlace place)
    {
        if (place.Json is JsonObject map)
        {
            place.Allow(Name);
            return map.ContainsKey(Name) && place.Optional(Name) is { } only ? [only] : [];
        }

        var found = new List<JsonPlace>();
        foreach (var listener in place.Items())
        {
            listener.Allow("name", "parameters");
            if (listener.OneOf("name", [Name]) is null) listener.Missing("name", Name, 0);
            if (listener.Optional("parameters") is { } parameters) found.Add(parameters);
            else listener.Missing("parameters", "an object with url and method", 0);
        }

        return found;
    }

    private static JsonObject Webhook(JsonPlace parameters)
    {
        parameters.Allow("url", "method", "headers", "body", "delay");
        var net = new JsonObject
        {
            ["Url"] = Text(parameters, "url") ?? parameters.Missing("url", "where to", ""),
            ["Method"] = Text(parameters, "method") ?? parameters.Missing("method", "such as \"POST\"", ""),
        };
        if (parameters.Optional("headers") is { } headers) net["Headers"] = Headers(headers);
        if (Text(parameters, "body") is { } body) net["Body"] = body;
        if (parameters.Optional("delay") is { } delay) AddDelay(net, delay);
        return net;
    }

    private static JsonObject Headers(JsonPlace headers)
    {
        var net = new JsonObject();
        headers.Allow(headers.Json is JsonObject map ? [.. map.Select(header => header.Key)] : []);
        foreach (var name in headers.Json is JsonObject all ? all.Select(header => header.Key) : [])
            if (Text(headers, name) is { } value) net[name] = value;
        return net;
    }

    private static string? Text(JsonPlace parameters, string key)
    {
        if (parameters.Optional(key) is not { } place) return null;
        if (place.AsText is not { } text) place.Expected("a text");
        else if (text.Contains("{{", StringComparison.Ordinal)) place.Report("a webhook with a template", "a text as it is: WireMock's templates know originalRequest and parameters, WireMock.Net's do not");
        else return text;
        return null;
    }

    private static void AddDelay(JsonObject net, JsonPlace delay)
    {
        var kind = delay.OneOf("type", ["fixed", "uniform"]);
        delay.Allow(kind == "uniform" ? ["type", "lower", "upper"] : ["type", "milliseconds"]);
        if (kind == "fixed" && delay.Number("milliseconds", 0, int.MaxValue) is { } wait) net["Delay"] = wait;
        else if (kind == "uniform" && delay.Number("lower", 0, int.MaxValue) is { } lower && delay.Number("upper", lower, int.MaxValue) is { } upper) (net["MinimumRandomDelay"], net["MaximumRandomDelay"]) = (lower, upper);
        else delay.Expected("""{"type": "fixed", "milliseconds": 100} or {"type": "uniform", "lower": 100, "upper": 200}""");
    }
}
