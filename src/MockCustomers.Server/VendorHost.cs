using MockCustomers.Exchange;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>A listening vendor.</summary>
public sealed class VendorHost : IAsyncDisposable
{
    private readonly SwapGate gate = new();
    private volatile Pipeline pipeline;
    private Listener? listener;

    private VendorHost(Pipeline pipeline, SessionBook sessions)
    {
        this.pipeline = pipeline;
        Sessions = sessions;
    }

    /// <summary>The vendor's name.</summary>
    public string Name => Vendor.Name;

    /// <summary>A header with a credential that works.</summary>
    public KeyValuePair<string, string> Credential => KeyValuePair.Create(Vendor.Authenticator.Header, Vendor.Authenticator.Sample);

    /// <summary>The vendor as it is served now; another one when its files were read again.</summary>
    internal Vendor Vendor => pipeline.Vendor;

    /// <summary>The sandbox's sessions.</summary>
    internal SessionBook Sessions { get; }

    /// <summary>The customers of the default session as they are now.</summary>
    internal View Customers => Sessions.Default.Of(Vendor).View;

    /// <summary>Where it listens: scheme, address and port.</summary>
    public string Url => field ??= listener!.Url.GetLeftPart(UriPartial.Authority);

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
        var made = new VendorHost(pipeline, sessions);
        var exchange = new HttpExchange(made.AnswerAsync, pipeline.CommonHeaders, () => made.Vendor.CountsClients, stopping);
        made.listener = await Listener.StartAsync(host, port, made.Name, exchange, stop);
        return made;
    }

    /// <summary>Goes on with the vendor as its files are now. Every request sees one of the two, whole.</summary>
    /// <param name="changed">Answers the requests to come.</param>
    /// <param name="lost">Gets what clients wrote and what does not fit.</param>
    internal Task ReplaceAsync(Pipeline changed, ICollection<(string Vendor, string Session, LostWrite Write)> lost) => gate.SwapAsync(() =>
    {
        foreach (var (session, write) in Sessions.Replace(changed.Vendor)) lost.Add((Name, session, write));
        // What the one before it holds is left to the garbage collector, as the control port may be reading it.
        pipeline = changed;
    });

    internal Task StopAsync(CancellationToken stop) => listener!.StopAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await listener!.DisposeAsync();
        Vendor.Dispose();
    }

    private ValueTask<Reply> AnswerAsync(Request request)
    {
        var entering = gate.EnterAsync();
        return entering.IsCompletedSuccessfully ? AnswerInsideAsync(request) : AnswerAfterAsync(entering, request);
    }

    private async ValueTask<Reply> AnswerAfterAsync(ValueTask entering, Request request)
    {
        await entering;
        return await AnswerInsideAsync(request);
    }

    private ValueTask<Reply> AnswerInsideAsync(Request request)
    {
        var isUnderWay = false;
        try
        {
            var answering = pipeline.AnswerAsync(request, Sessions);
            isUnderWay = !answering.IsCompleted;
            return isUnderWay ? LeaveAfterAsync(answering) : answering;
        }
        finally
        {
            if (!isUnderWay) gate.Leave();
        }
    }

    private async ValueTask<Reply> LeaveAfterAsync(ValueTask<Reply> answering)
    {
        try
        {
            return await answering;
        }
        finally
        {
            gate.Leave();
        }
    }
}
