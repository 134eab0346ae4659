using System.Text.Json.Nodes;
using MockCustomers.Plans;

namespace MockCustomers.Server.Control;

/// <summary>Tells what made each field of a customer.</summary>
internal sealed class ExplainResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get("/__admin/explain", Explain)];

    private ControlAnswer Explain(ControlCall call)
    {
        var query = call.Query;
        var view = query.Customers(hosts());
        var id = query.Required("id");
        if (view.Find(id) is not { } customer) throw new ControlException(404, $"nobody has the id '{id}'");
        return ControlAnswer.Ok(new JsonObject
        {
            ["id"] = view.IdOf(customer),
            ["number"] = customer.Number.IsOfPopulation ? customer.Number.Value : null,
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
        ["madeBy"] = field.Origin.Text,
        ["where"] = field.Origin.Where,
        ["stream"] = field.Origin.Stream,
    };
}
