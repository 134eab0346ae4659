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

    /// <summary>What stands in place of the URL of the spec's server, as generated clients and SDKs are told it: the vendor's base path included, no slash at the end.</summary>
    public string BaseUrl => Url + Vendor.BasePath;

    /// <summary>Where addresses without the vendor's base path and version begin: with a slash at its end.</summary>
    public Uri ClientBase => new($"{Url}{Vendor.ClientPath}/");

    /// <summary>A request that works: path and query with a valid id.</summary>
    public string Example(ServedOperation operation) => Url + Vendor.Example(operation, Customers).Target;

    /// <param name="stopping">Cancelled when replies may be held back no longer.</param>
    internal static async Task<VendorHost> StartAsync(Vendor vendor, SessionBook sessions, string host, int port, CancellationToken stopping, CancellationToken stop) =>
        new(vendor, sessions, await Listener.StartAsync(host, port, vendor.Name, new HttpExchange(request => vendor.Api.AnswerAsync(request, sessions), vendor.Api.CommonHeaders, vendor.Manifest.RateLimit is not null, stopping), stop));

    internal Task StopAsync(CancellationToken stop) => listener.StopAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        Vendor.Dispose();
    }
}
