using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>A listening vendor.</summary>
public sealed class VendorHost : IAsyncDisposable
{
    private readonly Listener listener;

    private VendorHost(Vendor vendor, Listener listener)
    {
        Vendor = vendor;
        this.listener = listener;
        Url = listener.Url.GetLeftPart(UriPartial.Authority);
    }

    public Vendor Vendor { get; }

    /// <summary>Where it listens: scheme, address and port.</summary>
    public string Url { get; }

    /// <summary>What stands in place of the URL of the spec's server, as generated clients and SDKs are told it: the vendor's base path included, no slash at the end.</summary>
    public string BaseUrl => Url + Vendor.BasePath;

    /// <summary>Where addresses without the vendor's base path and version begin: with a slash at its end.</summary>
    public Uri ClientBase => new($"{Url}{Vendor.ClientPath}/");

    /// <summary>A request that works: path and query with a valid id.</summary>
    public string Example(ServedOperation operation) => Url + Vendor.Example(operation).Target;

    internal static async Task<VendorHost> StartAsync(Vendor vendor, string host, int port, CancellationToken stop) =>
        new(vendor, await Listener.StartAsync(host, port, vendor.Name, new HttpExchange(vendor.Api.Answer, vendor.Api.CommonHeaders, vendor.Manifest.RateLimit is not null), stop));

    internal Task StopAsync(CancellationToken stop) => listener.StopAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        Vendor.Dispose();
    }
}
