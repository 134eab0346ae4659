using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Manifests;
using MockCustomers.Server;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests;

/// <summary>A listening vendor as its manifest describes it, and a connection to it.</summary>
internal sealed class VendorUnderTest : IDisposable
{
    /// <param name="elsewhere">Where another process serves the same vendor; null to ask the host itself.</param>
    public VendorUnderTest(VendorHost host, Uri? elsewhere = null)
    {
        Host = host;
        Wire = new Connection(elsewhere ?? new Uri(host.Url));
        Surface = new VendorSurface(host.Vendor);
    }

    public VendorHost Host { get; }

    public Connection Wire { get; }

    public Vendor Vendor => Host.Vendor;

    /// <summary>As it was read beside the vendor's spec.</summary>
    public VendorManifest Manifest => Surface.Manifest;

    /// <summary>What it lets its clients read.</summary>
    public VendorSurface Surface { get; }

    /// <summary>The operation that gets one customer.</summary>
    public ServedOperation Fetch => Surface.Fetch;

    /// <summary>The operation that lists customers; null when the vendor has none.</summary>
    public ServedOperation? List => Surface.List;

    /// <summary>The operations that change nothing.</summary>
    public IReadOnlyList<ServedOperation> Reads => [.. Vendor.Operations.Where(o => o.Operation.Method == "GET")];

    /// <summary>The spec, and those beside it.</summary>
    public IReadOnlyList<string> SpecFiles =>
        [.. Manifest.Beside.Prepend(Manifest.Spec).Select(file => Path.Combine(Path.GetDirectoryName(Manifest.Node.File)!, file))];

    /// <summary>The headers that differ from request to request.</summary>
    public IReadOnlyList<string> Volatile =>
        ["Date", .. (Manifest.RateLimit?.Headers ?? []).Select(h => h.Key), Manifest.RequestId?.Header ?? "Date"];

    /// <summary>A reply but for what differs from request to request: two of these are equal when nobody can tell the replies apart.</summary>
    public string Told(Answer answer, bool withBody = true)
    {
        var headers = answer.Headers.Where(h => !Volatile.Contains(h.Key)).Select(h => $"{h.Key}: {h.Value}");
        return string.Join('\n', [answer.StatusLine, .. headers, "", withBody ? answer.Text : ""]);
    }

    /// <summary>What the Allow header of an operation's path lists.</summary>
    public string Allow(ServedOperation operation)
    {
        var methods = Vendor.Operations.Where(o => o.Template.Path == operation.Template.Path).Select(o => o.Operation.Method).ToList();
        if (methods.Contains("GET")) methods.Add("HEAD");
        return string.Join(", ", methods.Append("OPTIONS").Order(StringComparer.Ordinal));
    }

    /// <summary>How the list is cut; null when there is none.</summary>
    public PagingManifest? Paging => Surface.Paging;

    /// <summary>The query parameter of the page's size; null when a client cannot choose it.</summary>
    public Parameter? Size => Surface.Size;

    /// <summary>A header that lets a client in.</summary>
    public (string Name, string Value) Credential => (Vendor.Authenticator.Header, Vendor.Authenticator.Sample);

    /// <summary>The id of the newest customer.</summary>
    public string FirstId => Id(0);

    /// <summary>The ids of all customers that the list shows, in its order.</summary>
    public IEnumerable<string> ListedIds
    {
        get
        {
            var states = Mapping(List)?.States ?? [];
            var listed = Host.Customers.List(s => states.Count == 0 || states.Contains(s.State.Name));
            for (var place = 0L; place < listed.Count; place++) yield return Host.Customers.IdOf(listed[place]);
        }
    }

    /// <summary>The id of the customer at a place among all.</summary>
    public string Id(long place) => Host.Customers.IdOf(Host.Customers.Everybody[place]);

    public MappingManifest? Mapping(ServedOperation? operation) => Surface.Mapping(operation);

    /// <summary>A target of an operation that is answered with success.</summary>
    public string Example(ServedOperation operation) => Vendor.Example(operation, Host.Customers).Target;

    /// <summary>Makes what has to be there before an operation answers its example with success.</summary>
    public async Task PrepareAsync(ServedOperation operation)
    {
        if (Vendor.Before(operation) is not { } before) return;
        var answer = await Wire.SendAsync(before.Operation.Method, Example(before), Vendor.Example(before).Body!.ToJsonString(), [Credential, ("Content-Type", "application/json")]);
        answer.Status.ShouldBe(before.Operation.Success!.Status, answer.Text);
    }

    /// <summary>Where one customer is.</summary>
    public string PathOf(string id) => Fetch.Template.Fill(_ => id);

    /// <summary>Asks as somebody whom the vendor knows.</summary>
    public Task<Answer> GetAsync(string target, params IEnumerable<(string Name, string Value)> headers) =>
        Wire.SendAsync("GET", target, [Credential, .. headers]);

    /// <summary>Asks as somebody whom the vendor knows.</summary>
    public Task<Answer> SendAsync(string method, string target, params IEnumerable<(string Name, string Value)> headers) =>
        Wire.SendAsync(method, target, [Credential, .. headers]);

    /// <summary>The target of a page, counted from 0.</summary>
    /// <param name="size">0 for the size of clients who ask for none.</param>
    public string PageTarget(long page, int size)
    {
        var query = new List<string>();
        if (size > 0) query.Add($"{Paging!.Size}={size}");
        var effective = size > 0 ? size : DefaultSize;
        if (Paging!.Style == "page") query.Add($"{Paging.Number ?? "page"}={page + Paging.First}");
        if (Paging.Style == "offset") query.Add($"{Paging.Offset ?? "offset"}={page * effective}");
        return Example(List!) + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }

    /// <summary>How many customers a page holds for clients who ask for no size.</summary>
    public int DefaultSize => (int?)Size?.Schema.Default?.GetValue<decimal>() ?? Paging!.Fixed;

    /// <summary>The sizes worth testing: the default (0), the bounds, and an odd one.</summary>
    public IReadOnlyList<int> Sizes
    {
        get
        {
            if (Size is not { } size) return [0];
            return [0, (int)(size.Schema.Minimum ?? 1), 7, (int)(size.Schema.Maximum ?? 250)];
        }
    }

    /// <summary>The customers of a list's body, each as its bytes.</summary>
    public IReadOnlyList<string> Customers(Answer list)
    {
        list.Status.ShouldBe(200, list.Text);
        using var body = JsonDocument.Parse(list.Body);
        return [.. Inside(body.RootElement, Mapping(List), "{customers}").EnumerateArray().Select(c => c.GetRawText())];
    }

    /// <summary>The customer of a body that holds one, as its bytes.</summary>
    public string Customer(Answer one)
    {
        one.Status.ShouldBe(200, one.Text);
        using var body = JsonDocument.Parse(one.Body);
        return Inside(body.RootElement, Mapping(Fetch), "{customer}").GetRawText();
    }

    /// <summary>The id of a customer.</summary>
    public string IdOf(string customer) => JsonNode.Parse(customer)![Manifest.Customer.Id.Field!]!.GetValue<string>();

    public void Dispose() => Wire.Dispose();

    /// <summary>What stands where the manifest's template has a placeholder.</summary>
    private static JsonElement Inside(JsonElement body, MappingManifest? mapping, string placeholder)
    {
        if (mapping?.Body is not JsonObject template) return body;
        var property = template.Single(p => p.Value?.GetValueKind() == JsonValueKind.String && p.Value.GetValue<string>() == placeholder);
        return body.GetProperty(property.Key);
    }
}
