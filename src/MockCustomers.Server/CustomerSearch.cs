using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Store;

namespace MockCustomers.Server;

/// <summary>Finds customers of a kind and a state without looking through them: GET /__admin/customers.</summary>
internal static class CustomerSearch
{
    private const int Most = 1000;

    public static (int Status, JsonNode Body) Find(IReadOnlyList<VendorHost> hosts, Request request)
    {
        var query = ControlQuery.Of(request);
        var view = query.Vendor(hosts).Customers;
        var kind = Known(query.Text("kind"), "kind", view.Population.Strata.All.Select(s => s.Kind.Name));
        var state = Known(query.Text("state"), "state", view.Population.Strata.All.Select(s => s.State.Name));
        var offset = query.Number("offset", 0, Population.Largest, 0);
        var limit = (int)query.Number("limit", 1, Most, 10);

        var list = view.List(s => (kind is null || s.Kind.Name == kind) && (state is null || s.State.Name == state));
        var count = (int)Math.Clamp(list.Count - offset, 0, limit);
        var customers = Enumerable.Range(0, count).Select(i => Card(view, list[offset + i]));
        return (200, new JsonObject { ["customers"] = new JsonArray([.. customers]), ["total"] = list.Count });
    }

    private static JsonNode Card(View view, CustomerHandle customer) => new JsonObject
    {
        ["number"] = customer.Document is null ? customer.Number.Value : null,
        ["id"] = view.IdOf(customer),
        ["kind"] = view.StratumOf(customer).Kind.Name,
        ["state"] = view.StratumOf(customer).State.Name,
    };

    private static string? Known(string? asked, string what, IEnumerable<string> known)
    {
        var all = known.Distinct().Order(StringComparer.Ordinal).ToList();
        if (asked is null || all.Contains(asked)) return asked;
        throw new ControlException(400, $"'{asked}' is no {what}; one of: {string.Join(", ", all)}");
    }
}
