using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>A line for a shell for each operation of each vendor.</summary>
internal sealed class CurlsResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    public IEnumerable<ControlRoute> Routes =>
        [ControlRoute.Get("/__admin/curls", _ => ControlAnswer.Ok(new JsonObject(hosts().Select(host => KeyValuePair.Create(host.Vendor.Name, (JsonNode?)Lines(host))))))];

    private static JsonArray Lines(VendorHost host) => [.. host.Vendor.Operations.Select(operation => (JsonNode?)CurlLine.Of(host, operation))];
}
