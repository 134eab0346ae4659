using System.Text.Json.Nodes;
using MockCustomers.Server;

namespace MockCustomers.Cli.Serving;

/// <summary>Where everybody listens, as JSON.</summary>
internal static class Urls
{
    public static JsonObject Of(Sandbox sandbox) => new()
    {
        ["control"] = sandbox.Control,
        ["vendors"] = new JsonObject(sandbox.Hosts.Select(h => KeyValuePair.Create(h.Vendor.Name, (JsonNode?)h.Url))),
    };
}
