using System.Text.Json.Nodes;
using MockCustomers.Server.Proxying;

namespace MockCustomers.Server.Control;

/// <summary>What vendors' own APIs answered, as stubs, and where they differ from their specs.</summary>
internal sealed class RecordingsResource(Func<IReadOnlyList<VendorHost>> hosts, Func<string, Upstream?> upstreams) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/recordings", call => ControlAnswer.Ok(Of(call).Stubs)),
        ControlRoute.Get("/__admin/recordings/differences", call => ControlAnswer.Ok(new JsonObject { ["differences"] = Of(call).Differences })),
        ControlRoute.Delete("/__admin/recordings", call =>
        {
            Of(call).Clear();
            return ControlAnswer.Nothing;
        }),
    ];

    private Recordings Of(ControlCall call)
    {
        call.Query.Allow("vendor");
        var name = call.Query.Vendor(hosts()).Vendor.Name;
        return upstreams(name)?.Recordings ?? throw new ControlException(404, $"{name} is answered by the sandbox; start it with --proxy-to {name}=URL to record its own API");
    }
}
