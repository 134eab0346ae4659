using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>Tells what clients need to know to call the vendors, in a session.</summary>
internal sealed class VendorsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get("/__admin/vendors", Tell)];

    private ControlAnswer Tell(ControlCall call)
    {
        var listening = hosts();
        if (listening.Count == 0) return ControlAnswer.Ok(new JsonArray());
        var session = call.Query.Session(listening);
        return ControlAnswer.Ok(new JsonArray([.. listening.Select(host => VendorCard.Of(host, session))]));
    }
}
