using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>A listening vendor.</summary>
public sealed class VendorHost : IAsyncDisposable
{
    private readonly Listener listener;

    private VendorHost(Pipeline pipeline, SessionBook sessions, Listener listener)
    {
        Vendor = pipeline.Vendor;
        Sessions = sessions;
        this.listener = listener;
        Url = listener.Url.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>The vendor's name.</summary>
    public string Name => Vendor.Name;

    /// <summary>A header with a credential that works.</summary>
    public KeyValuePair<string, string> Credential => KeyValuePair.Create(Vendor.Authenticator.Header, Vendor.Authenticator.Sample);

    internal Vendor Vendor { get; }

    /// <summary>The sandbox's sessions.</summary>
    internal SessionBook Sessions { get; }

    /// <summary>The customers of the default session as they are now.</summary>
    internal View Customers => Sessions.Default.Of(Vendor).View;

    /// <summary>Where it listens: scheme, address and port.</summary>
    public string Url { get; }

    /// <summary>What stands in place of the URL of the spec's server, as generated clients and SDKs are told it: the vendor's base path included, no slash at the end.</summary>
    public string BaseUrl => Url + Vendor.BasePath;

    /// <summary>Where addresses without the vendor's base path and version begin: with a slash at its end.</summary>
    public Uri ClientBase => new($"{Url}{Vendor.ClientPath}/");

    /// <summary>A request that works: path and query with a valid id.</summary>
    internal string Example(ServedOperation operation) => Url + Vendor.Example(operation, Customers).Target;

    /// <param name="pipeline">Answers the vendor's requests.</param>
    /// <param name="stopping">Cancelled when replies may be held back no longer.</param>
    internal static async Task<VendorHost> StartAsync(Pipeline pipeline, SessionBook sessions, string host, int port, CancellationToken stopping, CancellationToken stop)
    {
        var vendor = pipeline.Vendor;
        var exchange = new HttpExchange(request => pipeline.AnswerAsync(request, sessions), pipeline.CommonHeaders, vendor.CountsClients, stopping);
        return new VendorHost(pipeline, sessions, await Listener.StartAsync(host, port, vendor.Name, exchange, stop));
    }

    internal Task StopAsync(CancellationToken stop) => listener.StopAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        Vendor.Dispose();
    }
}
