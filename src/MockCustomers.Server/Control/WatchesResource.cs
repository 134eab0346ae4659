using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Store;

namespace MockCustomers.Server.Control;

/// <summary>Watches customers of the population: what becomes of them by themselves is told as an event, as it is of customers that a client wrote.</summary>
internal sealed class WatchesResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    /// <summary>How many customers of a vendor are watched in a session, at most.</summary>
    private const int Most = 10_000;

    private const string Example = """{"vendor": "acme", "customers": ["123e4567-e89b-12d3-a456-426614174000"]}""";

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/watches", call => ControlAnswer.Ok(Shown(call))),
        ControlRoute.Async("POST", "/__admin/watches", WatchAsync),
        ControlRoute.Delete("/__admin/watches", Forget),
    ];

    private async ValueTask<ControlAnswer> WatchAsync(ControlCall call)
    {
        call.Query.Allow();
        var (vendor, ids) = call.Read(Example, Read);
        var host = ControlQuery.Vendor(hosts(), vendor);
        var part = call.Query.Session(hosts()).Of(host.Vendor);
        if (await part.ChangeAsync((Host: host, Ids: ids), static (change, asked) => Keep(change, asked.Host, asked.Ids)) is { } wrong) throw wrong;
        return new ControlAnswer(201, Shown(call));
    }

    private static (string Vendor, IReadOnlyList<string> Ids) Read(JsonPlace body)
    {
        body.Allow("vendor", "customers");
        var vendor = body.Text("vendor") ?? body.Missing("vendor", "whose customers they are", "");
        var ids = new List<string>();
        if (body.Optional("customers") is not { } customers) return (vendor, body.Missing("customers", "a list of ids", ids));
        foreach (var place in customers.Items())
        {
            if (place.AsText is { } id) ids.Add(id);
            else place.Expected("an id");
        }

        return (vendor, ids);
    }

    /// <returns>Why it cannot be; null when it was done.</returns>
    private static ControlException? Keep(Change change, VendorHost host, IReadOnlyList<string> ids)
    {
        var unknown = ids.Where(id => change.View.Find(id) is null).Take(5).ToList();
        if (unknown.Count > 0) return new ControlException(404, $"nobody has the id '{string.Join("', '", unknown)}'");
        if (Watched(change.View).Count() + ids.Count > Most) return new ControlException(429, $"at most {Most} customers of a vendor are watched in a session; DELETE /__admin/watches begins anew");
        host.Vendor.Mover.Watch(change, ids);
        return null;
    }

    private ControlAnswer Forget(ControlCall call)
    {
        call.Query.Allow();
        foreach (var part in call.Query.Session(hosts()).Parts) part.ForgetKept();
        return ControlAnswer.Ok(Shown(call));
    }

    private JsonObject Shown(ControlCall call)
    {
        var parts = call.Query.Session(hosts()).Parts;
        return new JsonObject
        {
            ["watches"] = new JsonObject(parts.OrderBy(part => part.Vendor.Name, StringComparer.Ordinal)
                .Select(part => (part.Vendor.Name, Ids: Watched(part.View).Order(StringComparer.Ordinal).ToList())).Where(part => part.Ids.Count > 0)
                .Select(part => KeyValuePair.Create(part.Name, (JsonNode?)new JsonArray([.. part.Ids.Select(id => (JsonNode)id)])))),
        };
    }

    private static IEnumerable<string> Watched(View view) => view.Snapshot.ById.Values.Where(document => document is { IsWritten: false, Number.IsOfPopulation: true }).Select(document => document.Id);
}
