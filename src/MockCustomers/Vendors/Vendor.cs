using System.Collections.Concurrent;
using MockCustomers.Auth;
using MockCustomers.Contracts;
using MockCustomers.Limits;
using MockCustomers.Manifests;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Validation;
using MockCustomers.Writes;

namespace MockCustomers.Vendors;

/// <summary>A vendor, checked and ready to answer. It never changes but for its successor; what else changes is in the sessions.</summary>
public sealed class Vendor : ISessionVendor, IDisposable
{
    /// <summary>More renderers than that are not kept for further sessions.</summary>
    private const int MostRenderers = 32;

    private readonly ConcurrentDictionary<PopulationChoice, Renderer> renderers = new();
    private readonly Func<PopulationChoice, Renderer> rendererOf;
    private readonly Carrier carrier;

    internal Vendor(
        VendorManifest manifest,
        Contract contract,
        SandboxOptions options,
        IAuthenticator authenticator,
        Renderer renderer,
        IReadOnlyList<ServedOperation> operations,
        RequestIds? requestIds,
        Func<PopulationChoice, Renderer> rendererOf,
        Carrier carrier)
    {
        this.rendererOf = rendererOf;
        this.carrier = carrier;
        Manifest = manifest;
        Contract = contract;
        Options = options;
        Authenticator = authenticator;
        Renderer = renderer;
        Operations = operations;
        Api = new Pipeline(
            this, authenticator, new Router(operations, manifest.Requests.TrailingSlash), new ErrorTemplate(manifest.Errors, manifest.Mappings), new Cors(options.Cors),
            manifest.RateLimit is { } limit ? new RateLimiter(limit, options.EnforceRateLimits) : null, requestIds,
            new BodyReading(new SchemaValidator(contract.Schemas, ofRequest: true), manifest.Requests.AnyMediaType, manifest.Requests.StripsByteOrderMark));
    }

    public string Name => Manifest.Name;

    public VendorManifest Manifest { get; }

    public Contract Contract { get; }

    public SandboxOptions Options { get; }

    public IAuthenticator Authenticator { get; }

    public Renderer Renderer { get; }

    public ISessionVendor? Successor { get; set; }

    public Schema Customer => carrier.Customer;

    /// <summary>The customers before any client wrote, at the sandbox's date.</summary>
    public View Customers => Renderer.Beginning;

    public IReadOnlyList<string> Keys => [.. Manifest.Auth.Keys.Select(key => key.Key)];

    /// <summary>In the order of the spec.</summary>
    public IReadOnlyList<ServedOperation> Operations { get; }

    /// <summary>The path before every operation's; empty when there is none.</summary>
    public string BasePath => Manifest.BasePath ?? Contract.BasePath;

    /// <summary>The part of every path that clients have in their base address: the base path, and a version that the spec's own paths begin with; empty when there is none.</summary>
    public string ClientPath => Manifest.ClientPath ?? BasePath;

    /// <summary>How it answers.</summary>
    public Pipeline Api { get; }

    public Renderer RendererFor(PopulationChoice choice)
    {
        if (renderers.TryGetValue(choice, out var known)) return known;
        var made = rendererOf(choice);
        return renderers.Count < MostRenderers ? renderers.GetOrAdd(choice, made) : made;
    }

    public Snapshot Carry(Snapshot written, ISessionVendor before, Renderer renderer, ICollection<LostWrite> lost) =>
        carrier.Carry(written, before.Customer, renderer, lost);

    /// <summary>A request that an operation answers with success.</summary>
    /// <param name="view">The customers among whom it finds one; null for those before any client wrote.</param>
    public ExampleRequest Example(ServedOperation operation, View? view = null) => ExampleRequest.Of(this, view ?? Customers, operation);

    public void Dispose()
    {
        Renderer.Dispose();
        foreach (var renderer in renderers.Values) renderer.Dispose();
    }
}
