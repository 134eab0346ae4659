using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Store;

namespace MockCustomers.Server.Control;

/// <summary>Finds customers of a kind and a state without looking through them.</summary>
internal sealed class CustomersResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const int Most = 1000;

    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get("/__admin/customers", Find)];

    private ControlAnswer Find(ControlCall call)
    {
        var query = call.Query;
        var view = query.Customers(hosts());
        var kind = query.OneOf("kind", view.Population.Strata.All.Select(s => s.Kind.Name));
        var state = query.OneOf("state", view.Population.Strata.All.Select(s => s.State.Name));
        var offset = query.Number("offset", 0, Population.Largest, 0);
        var limit = (int)query.Number("limit", 1, Most, 10);

        var list = view.List(s => (kind is null || s.Kind.Name == kind) && (state is null || s.State.Name == state));
        var count = (int)Math.Clamp(list.Count - offset, 0, limit);
        var customers = Enumerable.Range(0, count).Select(i => Card(view, list[offset + i]));
        return ControlAnswer.Ok(new JsonObject { ["customers"] = new JsonArray([.. customers]), ["total"] = list.Count });
    }

    private static JsonNode Card(View view, CustomerHandle customer) => new JsonObject
    {
        ["number"] = customer.Document is null ? customer.Number.Value : null,
        ["id"] = view.IdOf(customer),
        ["kind"] = view.StratumOf(customer).Kind.Name,
        ["state"] = view.StratumOf(customer).State.Name,
    };
}
