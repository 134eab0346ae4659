using System.Text.Json.Nodes;
using MockCustomers.Server;

namespace MockCustomers.Cli.Serving;

/// <summary>Where everybody listens, as JSON.</summary>
internal static class Urls
{
    public static JsonObject Of(SandboxServer sandbox)
    {
        var urls = new JsonObject
        {
            ["control"] = sandbox.Control,
            ["vendors"] = new JsonObject(sandbox.Hosts.Select(h => KeyValuePair.Create(h.Vendor.Name, (JsonNode?)Card(h)))),
        };
        if (sandbox.Certificate?.File is { } file) urls["certificate"] = file;
        return urls;
    }

    /// <summary>What a client needs: the base URL of the vendor's SDKs, and a header that lets it in.</summary>
    private static JsonObject Card(VendorHost host) => new()
    {
        ["url"] = host.Url,
        ["baseUrl"] = host.BaseUrl,
        ["header"] = host.Vendor.Authenticator.Header,
        ["value"] = host.Vendor.Authenticator.Sample,
    };
}
