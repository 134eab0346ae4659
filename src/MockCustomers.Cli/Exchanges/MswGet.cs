using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>An operation that gets a customer, as the module has it: who is got by which value, and what stands around a customer.</summary>
internal sealed class MswGet(RecordedVendor vendor, ServedOperation operation, FetchedCustomers fetched)
{
    private const string Uuid = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

    public async Task<JsonObject> RecordAsync()
    {
        var places = new JsonObject();
        JsonObject? found = null;
        await foreach (var (place, value, exchange) in fetched.AskAsync())
        {
            places[value] = place;
            found ??= MswReply.Of(exchange.Reply, (TextOf(place), "customer"));
        }

        // What is got by another field than the id is looked for in the same form: the reply names what was asked for.
        var nobody = RecordedRefusals.StrangeId(vendor.Vendor);
        var refused = await vendor.AskAsync(operation, operation.Template.Fill(_ => nobody));
        var get = new JsonObject { ["places"] = places, ["found"] = found, ["nobody"] = MswReply.Of(refused.Reply, (nobody, "value"), (operation.Template.Fill(_ => nobody), "path")) };
        if (fetched.IsById && !ReferenceEquals(vendor.View.Ids.Comparer, StringComparer.Ordinal)) get["ignoreCase"] = true;
        if (Pattern is { } pattern)
        {
            get["pattern"] = pattern;
            get["malformed"] = MswReply.Of((await vendor.AskAsync(operation, operation.Template.Fill(_ => "-malformed-"))).Reply, ("-malformed-", "value"));
        }

        return get;
    }

    /// <summary>What the spec says of the form of the value in the path; null where it says nothing.</summary>
    private string? Pattern => operation.Operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Path)?.Schema switch
    {
        { Format: "uuid" } => Uuid,
        _ => null,
    };

    private string TextOf(int place)
    {
        using var text = new JsonBuffer();
        vendor.View.Write(vendor.View.Everybody[place], [], text);
        return System.Text.Encoding.UTF8.GetString(text.Written.Span);
    }
}
