using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Plans;

namespace MockCustomers.Server;

/// <summary>Tells what made each field of a customer: GET /__admin/explain.</summary>
internal static class Explanation
{
    public static (int Status, JsonNode Body) Of(IReadOnlyList<VendorHost> hosts, Request request)
    {
        var query = ControlQuery.Of(request);
        var view = query.Vendor(hosts).Customers;
        var id = query.Required("id");
        if (view.Find(id) is not { } customer) throw new ControlException(404, $"nobody has the id '{id}'");
        return (200, new JsonObject
        {
            ["id"] = id,
            ["number"] = customer.Document is null ? customer.Number.Value : null,
            ["kind"] = view.StratumOf(customer).Kind.Name,
            ["state"] = view.StratumOf(customer).State.Name,
            ["fields"] = new JsonArray([.. view.Explain(customer).Select(Field)]),
        });
    }

    private static JsonNode Field(FieldOrigin field) => new JsonObject
    {
        ["field"] = field.Field,
        ["value"] = field.Value is null ? null : JsonNode.Parse(field.Value),
        ["absent"] = field.Value is null,
        ["madeBy"] = field.Origin.Words,
        ["where"] = field.Origin.Where,
        ["stream"] = field.Origin.Stream,
    };
}
