using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Lifecycles;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Control;

/// <summary>Moves a customer to another state, and tells which states it was in and will be in.</summary>
internal sealed class MovesResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private const string Example = """{"vendor": "acme", "to": "rejected"}""";

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Async("POST", "/__admin/customers/{id}/moves", MoveAsync),
        ControlRoute.Get("/__admin/customers/{id}/timeline", Timeline),
    ];

    private async ValueTask<ControlAnswer> MoveAsync(ControlCall call)
    {
        call.Query.Allow();
        var (vendor, to) = call.Read(Example, Read);
        var host = ControlQuery.Vendor(hosts(), vendor);
        var part = call.Query.Session(hosts()).Of(host.Vendor);
        var known = host.Vendor.Customers.Strata.All.Select(stratum => stratum.State.Name).Distinct().ToList();
        if (!known.Contains(to)) throw new ControlException(400, $"unknown state '{to}'; {Nearest.Remedy(to, known)}");
        return await part.ChangeAsync((Host: host, Id: call.Path("id"), To: to), static (change, asked) => Move(change, asked.Host, asked.Id, asked.To));
    }

    private static (string Vendor, string To) Read(JsonPlace body)
    {
        body.Allow("vendor", "to");
        return (body.Text("vendor") ?? body.Missing("vendor", "whose customer it is", ""), body.Text("to") ?? body.Missing("to", "the state to which it goes", ""));
    }

    private static ControlAnswer Move(Change change, VendorHost host, string id, string to)
    {
        var move = HandMove.Make(change, host.Vendor, id, to) ?? throw Nobody(id);
        if (move.At is { } at) return ControlAnswer.Ok(new JsonObject { ["state"] = to, ["from"] = move.From, ["at"] = Timestamp.Shown(at) });
        return new ControlAnswer(409, new JsonObject
        {
            ["error"] = $"the customer is in the state '{move.From}', from which it cannot go to '{to}'",
            ["state"] = move.From,
            ["legal"] = new JsonArray([.. move.Legal.Select(state => (JsonNode)state)]),
        });
    }

    private ControlAnswer Timeline(ControlCall call)
    {
        call.Query.Allow("vendor");
        var view = call.Query.Customers(hosts());
        var customer = Found(view, call.Path("id"));
        var (past, course, _) = Courses.Of(view, customer);
        return ControlAnswer.Ok(new JsonObject
        {
            ["id"] = view.IdOf(customer),
            ["kind"] = view.StratumOf(customer).Kind.Name,
            ["state"] = view.StratumOf(customer).State.Name,
            ["now"] = Timestamp.Shown(view.Now),
            ["states"] = new JsonArray([.. past.Select(step => Shown(step, false)), .. course.Select(step => Shown(step, true))]),
            ["legal"] = new JsonArray([.. view.Renderer.Lifecycle.LegalFrom(view.StratumOf(customer), view.Strata).Select(state => (JsonNode)state)]),
        });
    }

    private static CustomerHandle Found(View view, string id) => view.Find(id) ?? throw Nobody(id);

    private static ControlException Nobody(string id) => new(404, $"nobody has the id '{id}'");

    private static JsonNode Shown(Step step, bool isToCome) => new JsonObject { ["state"] = step.State, ["at"] = Timestamp.Shown(step.At), ["toCome"] = isToCome };
}
