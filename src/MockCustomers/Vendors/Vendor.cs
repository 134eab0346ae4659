using MockCustomers.Auth;
using MockCustomers.Contracts;
using MockCustomers.Journal;
using MockCustomers.Limits;
using MockCustomers.Manifests;
using MockCustomers.Store;

namespace MockCustomers.Vendors;

/// <summary>A vendor, checked and ready to answer.</summary>
public sealed class Vendor : IDisposable
{
    internal Vendor(
        VendorManifest manifest,
        Contract contract,
        SandboxOptions options,
        IAuthenticator authenticator,
        CustomerStore customers,
        IReadOnlyList<ServedOperation> operations,
        RequestIds? requestIds)
    {
        Manifest = manifest;
        Contract = contract;
        Options = options;
        Authenticator = authenticator;
        Customers = customers;
        Operations = operations;
        Journal = new RequestJournal(options.Journal, TimeProvider.System);
        var limiter = manifest.RateLimit is { } limit ? new RateLimiter(limit, customers.Clock, options.EnforceRateLimits) : null;
        Api = new VendorApi(this, new Router(operations, manifest.Requests.TrailingSlash), new ErrorTemplate(manifest.Errors, manifest.Mappings), limiter, requestIds);
    }

    public string Name => Manifest.Name;

    public VendorManifest Manifest { get; }

    public Contract Contract { get; }

    public SandboxOptions Options { get; }

    public IAuthenticator Authenticator { get; }

    public CustomerStore Customers { get; }

    /// <summary>In the order of the spec.</summary>
    public IReadOnlyList<ServedOperation> Operations { get; }

    /// <summary>The path before every operation's; empty when there is none.</summary>
    public string BasePath => Manifest.BasePath ?? Contract.BasePath;

    /// <summary>The part of every path that clients have in their base address: the base path, and a version that the spec's own paths begin with; empty when there is none.</summary>
    public string ClientPath => Manifest.ClientPath ?? BasePath;

    public RequestJournal Journal { get; }

    public VendorApi Api { get; }

    /// <summary>A request that an operation answers with success.</summary>
    public ExampleRequest Example(ServedOperation operation) => ExampleRequest.Of(this, operation);

    public void Dispose() => Customers.Dispose();
}
