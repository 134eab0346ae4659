using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MockCustomers.Manifests;
using MockCustomers.Server;
using MockCustomers.Store;
using MockCustomers.Testing;
using MockCustomers.Vendors;

namespace MockCustomers.Whole.Tests;

/// <summary>A vendor's customers over HTTP, by what the manifest says its operations do.</summary>
internal sealed class Customers(Sandbox sandbox, string vendor) : IDisposable
{
    private readonly HttpClient client = sandbox.Vendor(vendor).CreateClient();
    private int made;

    public VendorHost Host { get; } = sandbox.Host(vendor);

    public Vendor Vendor => Host.Vendor;

    public VendorManifest Manifest { get; } = Manifests.Of(sandbox.Host(vendor).Vendor);

    public ServedOperation? Creating => CreatingOf(Vendor);

    public ServedOperation? Updating => Vendor.Operations.FirstOrDefault(o => o is { ActionName: "update", IdParameter: not null });

    public ServedOperation? Deleting => DeletingOf(Vendor);

    public ServedOperation Fetching => Vendor.Operations.First(o => o is { ActionName: "fetch", IdParameter: not null });

    public ServedOperation? Listing => Vendor.Operations.FirstOrDefault(o => o is { ActionName: "list", Operation.Method: "GET" });

    public string IdField => Manifest.Customer.Id.Field!;

    /// <summary>The field that tells when a customer was last written; null when none does.</summary>
    public string? UpdatedField => Manifest.Customer.Fields.FirstOrDefault(f => Fact(f.Value) == "updatedAt")?.Key;

    public static ServedOperation? CreatingOf(Vendor vendor) => vendor.Operations.FirstOrDefault(o => o.ActionName == "create");

    public static ServedOperation? DeletingOf(Vendor vendor) =>
        vendor.Operations.FirstOrDefault(o => o is { ActionName: "move", IdParameter: not null, Operation.Method: "DELETE" });

    /// <summary>An example of the operation's body in which nothing is anybody else's.</summary>
    public JsonObject Body(ServedOperation operation)
    {
        var body = Vendor.Example(operation).Body ?? operation.Operation.Body!.Examples[0].DeepClone().AsObject();
        var number = Interlocked.Increment(ref made).ToString(CultureInfo.InvariantCulture);
        foreach (var field in Mapping(operation).Write.Unique.Select(unique => unique.Field).Append("email").Where(body.ContainsKey))
            body[field] = field == "email" ? $"somebody{number}@example.com" : $"someone-{number}";
        return body;
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> CreateAsync(JsonObject body) => SendAsync(Creating!, "", body);

    public Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string id) => SendAsync(Fetching, id, null);

    public Task<(HttpStatusCode Status, JsonNode? Body)> UpdateAsync(string id, JsonObject body) => SendAsync(Updating!, id, body);

    public Task<(HttpStatusCode Status, JsonNode? Body)> DeleteAsync(string id) => SendAsync(Deleting!, id, null);

    public Task<(HttpStatusCode Status, JsonNode? Body)> ListAsync(string query) => SendAsync(Listing!, "", null, query);

    /// <summary>The query of a page; of all there is where there are no pages.</summary>
    public string Page(long page, int size)
    {
        var paging = Mapping(Listing!).Paging!;
        return paging.Style switch
        {
            "page" => $"{paging.Number}={page + paging.First}&{paging.Size}={size}",
            "offset" => $"{paging.Offset}={page * size}&{paging.Size}={size}",
            _ => "",
        };
    }

    public bool HasPages => Mapping(Listing!).Paging?.Style is "page" or "offset";

    /// <summary>The query for whoever has a value in a field of those that the body of a new customer names; null when the vendor has none.</summary>
    public string? Finding(JsonObject body)
    {
        if (Mapping(Listing!).Filter is not { } filter) return null;
        foreach (var (name, field) in filter.Equal)
            if (FieldPath.Text(body, field) is { } value) return $"{name}={Uri.EscapeDataString(value)}";
        if (filter is not { Expression: { } expression, Grammar: "pipes" }) return null;
        return body["name"] is { } told ? $"{expression}={Uri.EscapeDataString($"name||EQ||{told}")}" : null;
    }

    /// <summary>The customer in a reply that holds one.</summary>
    public JsonObject One(JsonNode? body) => Within(body).First(o => o.ContainsKey(IdField));

    public string IdOf(JsonNode? body) => One(body)[IdField]!.GetValue<string>();

    /// <summary>The ids in a reply that holds a list.</summary>
    public List<string> Ids(JsonNode? body)
    {
        var list = body as JsonArray ?? body!.AsObject().Select(p => p.Value).OfType<JsonArray>().First();
        return [.. list.Select(c => c![IdField]!.GetValue<string>())];
    }

    public MappingManifest Mapping(ServedOperation operation) => Manifest.Mappings.First(m => m.Operation == operation.Operation.Id);

    public void Dispose() => client.Dispose();

    private static string? Fact(ManifestNode source) => source.AsText ?? source.Optional("fact")?.AsText;

    private static IEnumerable<JsonObject> Within(JsonNode? body) => body is JsonObject map ? [map, .. map.Select(p => p.Value).OfType<JsonObject>()] : [];

    private async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(ServedOperation operation, string id, JsonObject? body, string query = "")
    {
        var target = operation.Template.Fill(_ => id) + (query.Length > 0 ? "?" + query : "");
        using var request = new HttpRequestMessage(new HttpMethod(operation.Operation.Method), target);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
            await request.Content.LoadIntoBufferAsync();
        }

        using var reply = await client.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        return (reply.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null);
    }
}
