using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>A listening vendor.</summary>
public sealed class VendorHost : IAsyncDisposable
{
    private readonly SwapGate gate = new();
    private volatile Vendor vendor;
    private Listener? listener;

    private VendorHost(Vendor vendor, SessionBook sessions)
    {
        this.vendor = vendor;
        Sessions = sessions;
    }

    /// <summary>The vendor as it is served now; another one when its files were read again.</summary>
    public Vendor Vendor => vendor;

    /// <summary>The sandbox's sessions.</summary>
    public SessionBook Sessions { get; }

    /// <summary>The customers of the default session as they are now.</summary>
    public View Customers => Sessions.Default.Of(Vendor).View;

    /// <summary>Where it listens: scheme, address and port.</summary>
    public string Url => field ??= listener!.Url.GetLeftPart(UriPartial.Authority);

    /// <summary>What stands in place of the URL of the spec's server, as generated clients and SDKs are told it: the vendor's base path included, no slash at the end.</summary>
    public string BaseUrl => Url + Vendor.BasePath;

    /// <summary>Where addresses without the vendor's base path and version begin: with a slash at its end.</summary>
    public Uri ClientBase => new($"{Url}{Vendor.ClientPath}/");

    /// <summary>A request that works: path and query with a valid id.</summary>
    public string Example(ServedOperation operation) => Url + Vendor.Example(operation, Customers).Target;

    /// <param name="stopping">Cancelled when replies may be held back no longer.</param>
    internal static async Task<VendorHost> StartAsync(Vendor vendor, SessionBook sessions, string host, int port, CancellationToken stopping, CancellationToken stop)
    {
        var made = new VendorHost(vendor, sessions);
        var exchange = new HttpExchange(made.AnswerAsync, vendor.Api.CommonHeaders, () => made.vendor.Manifest.RateLimit is not null, stopping);
        made.listener = await Listener.StartAsync(host, port, vendor.Name, exchange, stop);
        return made;
    }

    /// <summary>Goes on with the vendor as its files are now. Every request sees one of the two, whole.</summary>
    /// <param name="lost">Gets what clients wrote and what does not fit.</param>
    internal Task ReplaceAsync(Vendor changed, ICollection<(string Vendor, string Session, LostWrite Write)> lost) => gate.SwapAsync(() =>
    {
        (changed.Api.OnAnswered, changed.Api.OnUnexpected) = (vendor.Api.OnAnswered, vendor.Api.OnUnexpected);
        foreach (var (session, write) in Sessions.Replace(changed)) lost.Add((changed.Name, session, write));
        // What the one before it holds is left to the garbage collector, as the control port may be reading it.
        vendor = changed;
    });

    internal Task StopAsync(CancellationToken stop) => listener!.StopAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await listener!.DisposeAsync();
        Vendor.Dispose();
    }

    private async ValueTask<Reply> AnswerAsync(Request request)
    {
        await gate.EnterAsync();
        try
        {
            return await vendor.Api.AnswerAsync(request, Sessions);
        }
        finally
        {
            gate.Leave();
        }
    }
}
