using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Exchange;
using MockCustomers.Validation;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>An HTTP archive: the lists, every customer, what is refused, and then each operation that writes, once.</summary>
internal sealed class HarArchive : IExchangeFormat
{
    private const string Protocol = "HTTP/1.1";

    public bool IsForSandbox => false;

    public async Task WriteAsync(ExportedVendor vendor, JsonBuffer output)
    {
        var at = vendor.Vendor.Options.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        using var reading = new RecordedVendor(vendor.Vendor);
        using var writing = new RecordedVendor(vendor.Vendor);
        List<RecordedExchange> exchanges = [.. await ReadsAsync(reading), .. (await RecordedRefusals.RecordAsync(vendor.Vendor)).Select(refused => refused.Exchange)];
        var read = exchanges.Select(exchange => exchange.Operation).ToHashSet();
        exchanges.AddRange((await OperationRound.RecordAsync(writing)).Where(exchange => !read.Contains(exchange.Operation)));
        IndentedJson.Write(
            new JsonObject
            {
                ["log"] = new JsonObject
                {
                    ["version"] = "1.2",
                    ["creator"] = new JsonObject { ["name"] = "MockCustomers", ["version"] = EngineVersion.Text, ["comment"] = vendor.About },
                    ["entries"] = new JsonArray([.. exchanges.Select(JsonNode? (exchange) => Entry(exchange, vendor, reading.CommonHeaders, at))]),
                },
            },
            output);
    }

    private static async Task<List<RecordedExchange>> ReadsAsync(RecordedVendor vendor)
    {
        var exchanges = new List<RecordedExchange>();
        foreach (var operation in vendor.Vendor.Operations)
        {
            if (operation.Template.Parameters.Length == 0 && operation.ActionFor(vendor.Version) is ListAction { IsFromBody: false } list) exchanges.AddRange(await new ListPages(vendor, operation, list).RecordAsync());
            else if (operation.ActionFor(vendor.Version) is FetchAction) exchanges.AddRange(await new FetchedCustomers(vendor, operation).RecordAsync());
        }

        return exchanges;
    }

    private static JsonObject Entry(RecordedExchange exchange, ExportedVendor vendor, IReadOnlyList<KeyValuePair<string, string>> common, string at)
    {
        var request = new JsonObject
        {
            ["method"] = exchange.Method,
            ["url"] = vendor.UrlOf(exchange.Target),
            ["httpVersion"] = Protocol,
            ["cookies"] = new JsonArray(),
            ["headers"] = IndentedJson.Pairs(exchange.Headers, "name", "value"),
            ["queryString"] = Query(exchange.Target),
            ["headersSize"] = -1,
            ["bodySize"] = Encoding.UTF8.GetByteCount(exchange.Body ?? ""),
        };
        if (exchange.Body is { } body) request["postData"] = new JsonObject { ["mimeType"] = exchange.Operation.Body!.MediaType, ["text"] = body };
        return new JsonObject
        {
            ["startedDateTime"] = at,
            ["time"] = 0,
            ["request"] = request,
            ["response"] = Response(exchange.Reply, common),
            ["cache"] = new JsonObject(),
            ["timings"] = new JsonObject { ["send"] = 0, ["wait"] = 0, ["receive"] = 0 },
            ["comment"] = exchange.Operation.Id,
        };
    }

    private static JsonObject Response(RecordedReply reply, IReadOnlyList<KeyValuePair<string, string>> common)
    {
        var size = Encoding.UTF8.GetByteCount(reply.Body);
        return new JsonObject
        {
            ["status"] = reply.Status,
            ["statusText"] = ReasonPhrases.Of(reply.Status),
            ["httpVersion"] = Protocol,
            ["cookies"] = new JsonArray(),
            ["headers"] = IndentedJson.Pairs(reply.Headers.Concat(common), "name", "value"),
            ["content"] = new JsonObject { ["size"] = size, ["mimeType"] = reply.ContentType ?? "", ["text"] = reply.Body },
            ["redirectURL"] = "",
            ["headersSize"] = -1,
            ["bodySize"] = size,
        };
    }

    private static JsonArray Query(string target)
    {
        var pairs = target.Split('?', 2) is [_, var query] ? QueryString.Parse(query) : [];
        return IndentedJson.Pairs(pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)), "name", "value");
    }
}
