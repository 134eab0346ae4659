using System.Text.Json.Nodes;

namespace MockCustomers.Server;

/// <summary>A line for a shell for each operation of each vendor: GET /__admin/curls.</summary>
internal static class Curls
{
    public static (int Status, JsonNode Body) Of(IReadOnlyList<VendorHost> hosts) =>
        (200, new JsonObject(hosts.Select(host => KeyValuePair.Create(host.Vendor.Name, (JsonNode?)Lines(host)))));

    private static JsonArray Lines(VendorHost host) => [.. host.Vendor.Operations.Select(operation => (JsonNode?)CurlLine.Of(host, operation))];
}
