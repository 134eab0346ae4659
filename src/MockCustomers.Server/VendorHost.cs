using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>A listening vendor.</summary>
public sealed class VendorHost : IAsyncDisposable
{
    private readonly Listener listener;

    private VendorHost(Vendor vendor, SessionBook sessions, Listener listener)
    {
        Vendor = vendor;
        Sessions = sessions;
        this.listener = listener;
        Url = listener.Url.GetLeftPart(UriPartial.Authority);
    }

    public Vendor Vendor { get; }

    /// <summary>The sandbox's sessions.</summary>
    public SessionBook Sessions { get; }

    /// <summary>The customers of the default session as they are now.</summary>
    public View Customers => Sessions.Default.Of(Vendor).View;

    /// <summary>Where it listens: scheme, address and port.</summary>
    public string Url { get; }

    /// <summary>What a client of the real vendor puts in place of its base URL: the vendor's base path included, no slash at the end.</summary>
    public string BaseUrl => Url + Vendor.BasePath;

    /// <summary>A request that works: path and query with a valid id.</summary>
    public string Example(ServedOperation operation) => Url + Vendor.Example(operation, Customers).Target;

    internal static async Task<VendorHost> StartAsync(Vendor vendor, SessionBook sessions, string host, int port, CancellationToken stop) =>
        new(vendor, sessions, await Listener.StartAsync(host, port, vendor.Name, new HttpExchange(request => vendor.Api.AnswerAsync(request, sessions), vendor.Api.CommonHeaders, vendor.Manifest.RateLimit is not null), stop));

    internal Task StopAsync(CancellationToken stop) => listener.StopAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        Vendor.Dispose();
    }
}
