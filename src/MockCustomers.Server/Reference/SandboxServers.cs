using System.Text.Json.Nodes;

namespace MockCustomers.Server.Reference;

/// <summary>Puts the sandbox in the place of the servers that a spec names.</summary>
internal static class SandboxServers
{
    private static readonly string[] OfVersion2 = ["host", "basePath", "schemes"];

    /// <summary>The vendor's base URL as whoever asks reaches this machine: under the name of the request, on the port that was bound.</summary>
    /// <param name="asked">The Host header of the request; null for the address that is listened on.</param>
    public static Uri UrlOf(VendorHost host, string? asked) => UrlOf(new Uri(host.BaseUrl), asked);

    /// <summary>A URL of this machine under the name by which it was asked, the port left as it is.</summary>
    public static Uri UrlOf(Uri url, string? asked) =>
        asked is not null && Uri.TryCreate($"{url.Scheme}://{asked}", UriKind.Absolute, out var seen) ? new UriBuilder(url) { Host = seen.Host }.Uri : url;

    /// <summary>Replaces the servers of a document, and takes away those of single paths and operations, which would lead past the sandbox.</summary>
    public static void Put(JsonObject document, Uri url)
    {
        if (document.ContainsKey("swagger"))
        {
            PutVersion2(document, url);
            return;
        }

        var servers = new JsonArray(new JsonObject { ["url"] = url.AbsoluteUri.TrimEnd('/'), ["description"] = "MockCustomers" });
        if (document.IndexOf("servers") is var at and >= 0) document.SetAt(at, "servers", servers);
        else document.Insert(Math.Min(2, document.Count), "servers", servers);
        foreach (var item in Items(document["paths"]))
        {
            item.Remove("servers");
            foreach (var (_, operation) in item) (operation as JsonObject)?.Remove("servers");
        }
    }

    private static void PutVersion2(JsonObject document, Uri url)
    {
        foreach (var key in OfVersion2) document.Remove(key);
        document["host"] = url.Authority;
        if (url.AbsolutePath.Length > 1) document["basePath"] = url.AbsolutePath.TrimEnd('/');
        document["schemes"] = new JsonArray(JsonValue.Create(url.Scheme));
        foreach (var item in Items(document["paths"]))
            foreach (var (_, operation) in item) (operation as JsonObject)?.Remove("schemes");
    }

    private static IEnumerable<JsonObject> Items(JsonNode? paths) => paths is JsonObject map ? map.Select(path => path.Value).OfType<JsonObject>() : [];
}
