using System.Text.Json.Nodes;
using MockCustomers.Sessions;

namespace MockCustomers.Server.Control;

/// <summary>A line for a shell for each operation of each vendor, in a session.</summary>
internal sealed class CurlsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes => [ControlRoute.Get("/__admin/curls", Tell)];

    private ControlAnswer Tell(ControlCall call)
    {
        var listening = hosts();
        if (listening.Count == 0) return ControlAnswer.Ok(new JsonObject());
        var session = call.Query.Session(listening);
        return ControlAnswer.Ok(new JsonObject(listening.Select(host => KeyValuePair.Create(host.Vendor.Name, (JsonNode?)Lines(host, session)))));
    }

    private static JsonArray Lines(VendorHost host, Session session) => new([.. host.Vendor.Operations.Select(operation => (JsonNode?)CurlLine.Of(host, operation, session))]);
}
