using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>A Postman collection: a request for each operation with an example of its reply and a test of its status, and requests that are refused.</summary>
internal sealed class PostmanCollection : IExchangeFormat
{
    private const string Schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    private const string BaseUrl = "{{baseUrl}}";

    public bool IsForSandbox => true;

    public async Task WriteAsync(ExportedVendor vendor, JsonBuffer output)
    {
        using var recorded = new RecordedVendor(vendor.Vendor);
        var credential = recorded.Credential;
        var items = new JsonArray();
        foreach (var refused in await RecordedRefusals.RecordAsync(vendor.Vendor)) items.Add((JsonNode)Item(refused.Exchange, $"{refused.Exchange.Operation.Id}: {refused.Why}", vendor, credential.Key));
        foreach (var exchange in await OperationRound.RecordAsync(recorded)) items.Add((JsonNode)Item(exchange, exchange.Operation.Id, vendor, credential.Key));
        IndentedJson.Write(
            new JsonObject
            {
                ["info"] = new JsonObject
                {
                    ["name"] = $"{vendor.Vendor.Title} (MockCustomers)",
                    ["description"] = $"{vendor.About} Run in its order against a sandbox that has just started, each request is answered as its example says.",
                    ["schema"] = Schema,
                },
                ["auth"] = Auth(credential.Key),
                ["variable"] = new JsonArray(Variable("baseUrl", vendor.BaseUrl), Variable("credential", credential.Value)),
                ["item"] = items,
            },
            output);
    }

    /// <summary>A header as it stands: the scheme, where there is one, is in the variable's value.</summary>
    private static JsonObject Auth(string header) => new()
    {
        ["type"] = "apikey",
        ["apikey"] = new JsonArray(Variable("key", header), Variable("value", "{{credential}}"), Variable("in", "header")),
    };

    private static JsonObject Variable(string key, string value) => new() { ["key"] = key, ["value"] = value, ["type"] = "string" };

    private static JsonObject Item(RecordedExchange exchange, string name, ExportedVendor vendor, string credential)
    {
        var status = exchange.Reply.Status.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["name"] = name,
            ["event"] = new JsonArray(new JsonObject
            {
                ["listen"] = "test",
                ["script"] = new JsonObject { ["type"] = "text/javascript", ["exec"] = new JsonArray((JsonNode)$"pm.test('status {status}', () => pm.response.to.have.status({status}));") },
            }),
            ["request"] = Request(exchange, vendor, credential),
            ["response"] = new JsonArray(Response(exchange, vendor, credential)),
        };
    }

    private static JsonObject Request(RecordedExchange exchange, ExportedVendor vendor, string credential)
    {
        var isKnown = exchange.Headers.Any(header => header.Key == credential);
        var request = new JsonObject
        {
            ["method"] = exchange.Method,
            ["header"] = IndentedJson.Pairs(exchange.Headers.Where(header => header.Key != credential), "key", "value"),
            ["url"] = Url(vendor.RelativeOf(exchange.Target)),
        };
        if (!isKnown) request["auth"] = new JsonObject { ["type"] = "noauth" };
        if (exchange.Operation.Summary is { } summary) request["description"] = summary;
        if (exchange.Body is { } body)
            request["body"] = new JsonObject { ["mode"] = "raw", ["raw"] = body, ["options"] = new JsonObject { ["raw"] = new JsonObject { ["language"] = "json" } } };
        return request;
    }

    private static JsonObject Url(string target)
    {
        var parts = target.Split('?', 2);
        var url = new JsonObject
        {
            ["raw"] = BaseUrl + target,
            ["host"] = new JsonArray((JsonNode)BaseUrl),
            ["path"] = new JsonArray([.. parts[0].Split('/').Skip(1).Select(JsonNode? (segment) => segment)]),
        };
        if (parts.Length > 1) url["query"] = IndentedJson.Pairs(parts[1].Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair.ElementAtOrDefault(1) ?? "")), "key", "value");
        return url;
    }

    private static JsonObject Response(RecordedExchange exchange, ExportedVendor vendor, string credential) => new()
    {
        ["name"] = $"{exchange.Reply.Status} {ReasonPhrases.Of(exchange.Reply.Status)}",
        ["originalRequest"] = Request(exchange, vendor, credential),
        ["status"] = ReasonPhrases.Of(exchange.Reply.Status),
        ["code"] = exchange.Reply.Status,
        ["header"] = IndentedJson.Pairs(exchange.Reply.Headers, "key", "value"),
        ["body"] = exchange.Reply.Body,
    };
}
