using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Store;

namespace MockCustomers.Server.Control;

/// <summary>Finds customers of a kind and a state, by an id or an e-mail address, without looking through them.</summary>
internal sealed class CustomersResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const int Most = 1000;

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/customers", Find),
        ControlRoute.Get("/__admin/customers/{id}", Show),
    ];

    private ControlAnswer Find(ControlCall call)
    {
        var query = call.Query;
        query.Allow("vendor", "kind", "state", "path", "find", "full", "offset", "limit");
        var view = query.Customers(hosts());
        var kind = query.OneOf("kind", view.Population.Strata.All.Select(s => s.Kind.Name));
        var state = query.OneOf("state", view.Population.Strata.All.Select(s => s.State.Name));
        var offset = query.Number("offset", 0, Population.Largest, 0);
        var limit = (int)query.Number("limit", 1, Most, 10);
        var isFull = query.OneOf("full", ["true", "false"]) == "true";

        var path = query.Text("path") is { } way ? Path(way, view) : null;
        var (total, customers) = query.Text("find") is { } text
            ? Found(view, text, path is null ? new CustomerChoice(kind, state) : throw new ControlException(400, "'find' and 'path' exclude each other; one of them"))
            : Chosen(view, new CustomerChoice(kind, state, path), offset, limit);
        return ControlAnswer.Ok(new JsonObject { ["customers"] = new JsonArray([.. customers.Select(JsonNode (customer) => isFull ? CustomerCard.Full(view, customer) : CustomerCard.Of(view, customer))]), ["total"] = total });
    }

    private ControlAnswer Show(ControlCall call)
    {
        call.Query.Allow("vendor");
        var view = call.Query.Customers(hosts());
        var id = call.Path("id");
        return ControlAnswer.Ok(CustomerCard.Full(view, view.Find(id) ?? throw new ControlException(404, $"nobody has the id '{id}'")));
    }

    private static (long Total, IEnumerable<CustomerHandle> Customers) Chosen(View view, CustomerChoice choice, long offset, int limit)
    {
        var list = choice.In(view);
        var count = (int)Math.Clamp(list.Count - offset, 0, limit);
        return (list.Count, Enumerable.Range(0, count).Select(i => list[offset + i]));
    }

    /// <summary>Those who have an id or an e-mail address, if they are of the kind and in the state.</summary>
    private static (long Total, IEnumerable<CustomerHandle> Customers) Found(View view, string text, CustomerChoice choice)
    {
        var found = CustomerSearch.Find(view, text).Where(customer => choice.Has(view.StratumOf(customer))).ToList();
        return (found.Count, found);
    }

    /// <summary>The states of a path, such as approved or kyc_form_submission_started>rejected.</summary>
    private static IReadOnlyList<string> Path(string path, View view)
    {
        var states = CustomerChoice.PathOf(path);
        var known = view.Strata.All.Select(s => s.State.Name).Distinct().ToList();
        if (states.FirstOrDefault(state => !known.Contains(state)) is { } unknown) throw new ControlException(400, $"unknown state '{unknown}' in the path; {Nearest.Remedy(unknown, known)}");
        return states;
    }
}
