using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Store;

namespace MockCustomers.Server.Control;

/// <summary>Finds customers of a kind and a state without looking through them, or one by its id.</summary>
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
        var isServed = query.OneOf("json", ["true", "false"]) == "true";
        if (query.Text("id") is { } id) return view.Find(id) is { } found ? Answer([Card(view, found, isServed)], 1) : Answer([], 0);

        var list = new CustomerChoice(kind, state, query.Text("path") is { } path ? Path(path, view) : null).In(view);
        var count = (int)Math.Clamp(list.Count - offset, 0, limit);
        return Answer(Enumerable.Range(0, count).Select(i => Card(view, list[offset + i], isServed)), list.Count);
    }

    private static ControlAnswer Answer(IEnumerable<JsonNode> customers, long total) => ControlAnswer.Ok(new JsonObject { ["customers"] = new JsonArray([.. customers]), ["total"] = total });

    /// <summary>The states of a path, such as approved or kyc_form_submission_started>rejected.</summary>
    private static IReadOnlyList<string> Path(string path, View view)
    {
        var states = CustomerChoice.PathOf(path);
        var known = view.Strata.All.Select(s => s.State.Name).Distinct().ToList();
        if (states.FirstOrDefault(state => !known.Contains(state)) is { } unknown) throw new ControlException(400, $"unknown state '{unknown}' in the path; {Nearest.Remedy(unknown, known)}");
        return states;
    }

    /// <param name="isServed">Whether the customer is shown as it is served, too.</param>
    private static JsonObject Card(View view, CustomerHandle customer, bool isServed)
    {
        var card = new JsonObject
        {
            ["number"] = customer.Number.IsOfPopulation ? customer.Number.Value : null,
            ["id"] = view.IdOf(customer),
            ["kind"] = view.StratumOf(customer).Kind.Name,
            ["state"] = view.StratumOf(customer).State.Name,
        };
        if (isServed) card["json"] = view.Read(customer);
        return card;
    }
}
