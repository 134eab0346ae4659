using MockCustomers.Exchange;
using MockCustomers.Server.Reference;
using MockCustomers.Server.Stubbing;
using MockCustomers.Server.Telemetry;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>A listening vendor.</summary>
internal sealed class VendorHost : IAsyncDisposable
{
    private readonly SwapGate gate = new();
    private readonly Lock making = new();
    private readonly Func<VendorHost, IVendorStubs>? makeStubs;
    private volatile Pipeline pipeline;
    private volatile IVendorStubs? stubs;
    private VendorAdmin? admin;
    private Listener? listener;

    private VendorHost(Pipeline pipeline, SessionBook sessions, Func<VendorHost, IVendorStubs>? makeStubs)
    {
        this.pipeline = pipeline;
        this.makeStubs = makeStubs;
        Sessions = sessions;
    }

    /// <summary>The vendor's name.</summary>
    public string Name => Vendor.Name;

    /// <summary>A header with a credential that works.</summary>
    public KeyValuePair<string, string> Credential => KeyValuePair.Create(Vendor.Authenticator.Header, Vendor.Authenticator.Sample);

    /// <summary>The vendor as it is served now; another one when its files were read again.</summary>
    internal Vendor Vendor => pipeline.Vendor;

    /// <summary>The specs of which the vendor was built, as they were read; others when its files were read again.</summary>
    internal IReadOnlyList<ServedSpec> Specs { get; private set; } = [];

    /// <summary>The sandbox's sessions.</summary>
    internal SessionBook Sessions { get; }

    /// <summary>The customers of the default session as they are now.</summary>
    internal View Customers => Sessions.Default.Of(Vendor).View;

    /// <summary>Where it listens: scheme, address and port.</summary>
    public string Url => listener!.Url;

    /// <summary>What a curl needs to trust the vendor's certificate; null for nothing.</summary>
    internal string? CurlOption { get; private init; }

    /// <summary>Cancelled when replies may be held back no longer.</summary>
    internal CancellationToken Stopping { get; private init; }

    /// <summary>Whether it listens, and has a url.</summary>
    internal bool IsListening => listener is not null;

    /// <summary>What stands in place of the URL of the spec's server, as generated clients and SDKs are told it: the vendor's base path included, no slash at the end.</summary>
    public string BaseUrl => Url + Vendor.BasePath;

    /// <summary>Where addresses without the vendor's base path and version begin, as all of its paths share them: no slash at the end.</summary>
    public string ClientUrl => Url + Vendor.ClientPath;

    /// <summary>The same with a slash at its end, as clients take it for a base.</summary>
    public Uri ClientBase => new(ClientUrl + "/");

    /// <summary>A request that works: path and query with a valid id.</summary>
    internal string Example(ServedOperation operation) => Url + Vendor.Example(operation, Customers).Target;

    /// <summary>Whether this build has stubs.</summary>
    internal bool HasStubs => makeStubs is not null;

    /// <summary>The stubs that are laid over the vendor; made when they are first asked for.</summary>
    /// <exception cref="NotSupportedException">This build has none.</exception>
    internal IVendorStubs Stubs
    {
        get
        {
            if (stubs is { } made) return made;
            lock (making)
            {
                if (stubs is null)
                {
                    stubs = (makeStubs ?? throw new NotSupportedException("this build has no stubs"))(this);
                    pipeline.Stubs = stubs;
                }

                return stubs;
            }
        }
    }

    /// <summary>Starts listening.</summary>
    /// <param name="start">What answers the vendor's requests, and what it starts with.</param>
    /// <param name="stopping">Cancelled when replies may be held back no longer.</param>
    internal static async Task<VendorHost> StartAsync(VendorStart start, string host, int port, CancellationToken stopping, CancellationToken stop)
    {
        var made = new VendorHost(start.Pipeline, start.Sessions, start.Stubs) { Specs = start.Specs, CurlOption = start.Certificate?.CurlOption, Stopping = stopping };
        if (start.Owners is { } owners)
            made.admin = new VendorAdmin(owners, start.Sessions, start.Stubs is null ? null : () => made.Stubs, start.Pipeline.OnUnexpected);
        var exchange = new HttpExchange(made.AnswerAsync, start.Pipeline.CommonHeaders, () => made.Vendor.CountsClients || made.stubs is not null, stopping)
        {
            Watch = start.Signals is { } signals ? new RequestWatch(signals, made.Name, start.Owners is not null) : null,
        };
        if (start.Files is { } files) made.Stubs.Use(files);
        made.listener = await Listener.StartAsync(host, port, made.Name, exchange, stop, start.Certificate);
        return made;
    }

    /// <summary>What is sent with every reply, besides its own headers.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> CommonHeaders => pipeline.CommonHeaders;

    /// <summary>Answers a request as one that came over the network, but for administration.</summary>
    internal ValueTask<Reply> AskAsync(Request request)
    {
        var entering = gate.EnterAsync();
        return entering.IsCompletedSuccessfully ? AskInsideAsync(request) : AskAfterAsync(entering, request);
    }

    /// <summary>Goes on with the stubs of files as they are now.</summary>
    /// <param name="files">null for none.</param>
    internal void UseStubs(IStubFiles? files)
    {
        if (files is not null || stubs is not null) Stubs.Use(files);
    }

    /// <summary>Goes on with the vendor as its files are now. Every request sees one of the two, whole.</summary>
    /// <param name="changed">Answers the requests to come.</param>
    /// <param name="specs">The specs of which it was built.</param>
    /// <param name="lost">Gets what clients wrote and what does not fit.</param>
    internal Task ReplaceAsync(Pipeline changed, IReadOnlyList<ServedSpec> specs, ICollection<(string Vendor, string Session, LostWrite Write)> lost) => gate.SwapAsync(() =>
    {
        foreach (var (session, write) in Sessions.Replace(changed.Vendor)) lost.Add((Name, session, write));
        // What the one before it holds is left to the garbage collector, as the control port may be reading it.
        lock (making)
        {
            changed.Stubs = stubs;
            pipeline = changed;
            Specs = specs;
        }
    });

    internal Task StopAsync(CancellationToken stop) => listener!.StopAsync(stop);

    public async ValueTask DisposeAsync()
    {
        if (listener is not null) await listener.DisposeAsync();
        stubs?.Dispose();
        Vendor.Dispose();
    }

    private ValueTask<Reply> AnswerAsync(Request request) =>
        admin is not null && VendorAdmin.IsMeant(request) ? admin.AnswerAsync(request) : AskAsync(request);

    private async ValueTask<Reply> AskAfterAsync(ValueTask entering, Request request)
    {
        await entering;
        return await AskInsideAsync(request);
    }

    private ValueTask<Reply> AskInsideAsync(Request request)
    {
        var isUnderWay = false;
        try
        {
            var answering = pipeline.AnswerAsync(request, Sessions, gate);
            isUnderWay = !answering.IsCompletedSuccessfully;
            return isUnderWay ? LeaveAfterAsync(answering, request) : answering;
        }
        finally
        {
            if (!isUnderWay) gate.Leave();
        }
    }

    private async ValueTask<Reply> LeaveAfterAsync(ValueTask<Reply> answering, Request request)
    {
        try
        {
            return await answering;
        }
        catch (OvertakenException)
        {
            // The vendor as it is now answers.
        }
        finally
        {
            gate.Leave();
        }

        return await AskAsync(request);
    }
}
