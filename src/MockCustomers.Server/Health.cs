using System.Text.Json.Nodes;

namespace MockCustomers.Server;

/// <summary>Whether every vendor is loaded and listening.</summary>
internal static class Health
{
    /// <summary>200 when they all are, 503 before that; the body names each vendor.</summary>
    public static (int Status, JsonNode Body) Ready(IReadOnlyList<VendorHost> hosts)
    {
        var vendors = new JsonArray([.. hosts.Select(JsonNode (host) => new JsonObject
        {
            ["name"] = host.Vendor.Name,
            ["url"] = host.Url,
            ["spec"] = new JsonObject { ["sha256"] = host.Vendor.Contract.Sha256, ["operations"] = host.Vendor.Operations.Count },
        })]);
        var ready = hosts.Count > 0;
        return (ready ? 200 : 503, new JsonObject { ["status"] = ready ? "ready" : "starting", ["vendors"] = vendors });
    }
}
