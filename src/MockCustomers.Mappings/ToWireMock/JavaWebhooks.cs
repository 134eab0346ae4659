using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>WireMock.Net's webhooks as WireMock's serveEventListeners.</summary>
internal static class JavaWebhooks
{
    public static void Add(JsonObject java, JsonPlace mapping)
    {
        JsonPlace?[] one = [mapping.Optional("Webhook")];
        var webhooks = one.OfType<JsonPlace>().Concat(mapping.Optional("Webhooks")?.Items() ?? []).Select(Parameters).OfType<JsonObject>().ToList();
        if (webhooks.Count == 0) return;
        java["serveEventListeners"] = new JsonArray([.. webhooks.Select(parameters => new JsonObject { ["name"] = "webhook", ["parameters"] = parameters })]);
    }

    private static JsonObject? Parameters(JsonPlace webhook)
    {
        webhook.Allow("Request");
        if (webhook.Optional("Request") is not { } request) return webhook.Missing<JsonObject?>("Request", "an object with Url and Method", null);
        request.Allow("Url", "Method", "Headers", "Body", "BodyAsJson", "UseTransformer", "TransformerType", "TransformerReplaceNodeOptions", "Delay", "MinimumRandomDelay", "MaximumRandomDelay");
        if (request.Flag("UseTransformer")) request.Optional("UseTransformer")!.Report("a webhook with a template", "a text as it is: WireMock's templates know originalRequest and parameters, WireMock.Net's do not");
        var java = new JsonObject
        {
            ["method"] = request.Optional("Method")?.AsText ?? request.Missing("Method", "such as \"POST\"", ""),
            ["url"] = request.Optional("Url")?.AsText ?? request.Missing("Url", "where to", ""),
        };
        if (request.Optional("Headers")?.Json is JsonObject headers) java["headers"] = headers.DeepClone();
        if (request.Optional("Body")?.AsText is { } body) java["body"] = body;
        else if (request.Optional("BodyAsJson")?.Json is { } json) java["body"] = json.ToJsonString();
        if (request.Number("Delay", 1, int.MaxValue) is { } delay) java["delay"] = new JsonObject { ["type"] = "fixed", ["milliseconds"] = delay };
        else if (request.Number("MaximumRandomDelay", 1, int.MaxValue) is { } upper) java["delay"] = new JsonObject { ["type"] = "uniform", ["lower"] = request.Number("MinimumRandomDelay", 0, upper) ?? 0, ["upper"] = upper };
        return java;
    }
}
