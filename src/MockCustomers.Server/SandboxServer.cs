using MockCustomers.Diagnostics;
using MockCustomers.Server.Control;
using MockCustomers.Server.Proxying;
using MockCustomers.Server.Reference;
using MockCustomers.Server.Stubbing;
using MockCustomers.Server.Telemetry;
using MockCustomers.Server.Telemetry.Prometheus;
using MockCustomers.Server.Tls;
using MockCustomers.Server.Webhooks;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>All vendors, listening, and the control port beside them.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private volatile IReadOnlyList<VendorHost> hosts = [];
    private Listener? control;
    private SessionBook? sessions;
    private readonly CancellationTokenSource stopping = new();
    private volatile bool ready;

    private readonly SandboxSettings settings;
    private readonly long started;
    private readonly AdminToken? token;
    private readonly OwnersOnly owners;
    private readonly StubShelf stubs;
    private readonly Dictionary<string, Upstream> upstreams = [];
    private readonly WebhookClient webhooks;
    private Lazy<string> fingerprint;
    private Reload? reload;
    private FolderWatch? watch;

    internal SandboxServer(SandboxSettings settings)
    {
        this.settings = settings;
        started = settings.Machine.GetTimestamp();
        token = Server.Control.AdminToken.For(settings.Host, settings.AdminToken);
        owners = new OwnersOnly(settings.ControlHosts, token);
        stubs = new StubShelf(settings);
        foreach (var (vendor, url) in settings.ProxyTo) upstreams.Add(vendor, new Upstream(url));
        webhooks = new WebhookClient(settings.WebhookHosts, settings.Resolve);
        fingerprint = new Lazy<string>(() => Server.Fingerprint.Of(settings));
        Signals = new Signals(new SandboxCounts(() => ReadyHosts));
        Scrape = new Scrape(Signals);
        if (settings.Metrics) Scrape.Start();
    }

    /// <summary>What it tells to whoever watches it.</summary>
    internal Signals Signals { get; }

    /// <summary>What Prometheus reads of it.</summary>
    internal Scrape Scrape { get; }

    /// <summary>The listening vendors, by name.</summary>
    public IReadOnlyList<VendorHost> Hosts => hosts;

    /// <summary>The sessions, the same for all vendors.</summary>
    public SessionBook Sessions => sessions!;

    /// <summary>Where health and administration are.</summary>
    public string Control => control!.Url;

    /// <summary>The bearer token that administration wants; null when it wants none.</summary>
    public string? AdminToken => token?.Text;

    /// <summary>The hash of all that decides which bytes are served; computed when it is first asked for.</summary>
    public string Fingerprint => fingerprint.Value;

    /// <summary>Makes the API reference; null in builds that have none.</summary>
    internal Func<IReferencePages>? Reference => settings.Reference;

    /// <summary>What HTTPS is spoken with; null for HTTP.</summary>
    internal ServerCertificate? Certificate => settings.Certificate;

    /// <summary>The machine's clock.</summary>
    internal TimeProvider Machine => settings.Machine;

    /// <summary>What became of the files when they were last read again; null when they were not.</summary>
    public ReloadReport? LastReload { get; private set; }

    /// <summary>The listening vendors once all of them listen; none before that.</summary>
    internal IReadOnlyList<VendorHost> ReadyHosts => ready ? hosts : [];

    /// <summary>Whether the token was made at the start, because none was given and others can reach the address.</summary>
    public bool IsAdminTokenMade => token is { IsMade: true };

    /// <summary>Loads the vendors and starts listening; returns when every one listens.</summary>
    /// <exception cref="Diagnostics.InvalidSandboxException">The vendors cannot be served.</exception>
    /// <exception cref="PortInUseException">A port is somebody else's.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxSettings settings, CancellationToken stop = default)
    {
        var sandbox = new SandboxServer(settings);
        // Its port opens, and Kestrel warms up, while the files are read: until everybody listens it tells that nobody is ready.
        var control = Task.Run(() => sandbox.ControlAsync(stop), CancellationToken.None);
        try
        {
            // On a thread of its own: the pool begins with as many as there are processors, and the specs and the control port want those.
            var vendors = await Task.Factory.StartNew(() => SandboxFolder.Read(settings), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            sandbox.stubs.Read();
            await control;
            await sandbox.ListenAsync(vendors, stop);
            if (settings.Watch) sandbox.Watch();
            return sandbox;
        }
        catch
        {
            await control.ContinueWith(_ => { }, TaskScheduler.Default);
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>The listening vendor of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public VendorHost Host(string vendor)
    {
        ArgumentNullException.ThrowIfNull(vendor);
        return hosts.FirstOrDefault(h => h.Vendor.Name == vendor) ?? throw new ArgumentException($"there is no vendor '{vendor}'; {Nearest.Remedy(vendor, [.. hosts.Select(host => host.Name)])}", nameof(vendor));
    }

    /// <summary>Reads the vendors' files again and serves them, when all of them are good; else what is served goes on.</summary>
    /// <remarks>No connection is dropped. What clients wrote stays where it still fits. A vendor keeps the port on which it began to listen.</remarks>
    public async Task<ReloadReport> ReloadAsync(CancellationToken stop = default)
    {
        if (reload is null) throw new InvalidOperationException("not every vendor listens yet");
        var report = await reload.RunAsync(stop);
        if (!report.IsEmpty && report.IsGood) fingerprint = new Lazy<string>(() => Server.Fingerprint.Of(settings));
        if (!report.IsEmpty || LastReload is { IsGood: false }) settings.OnReloaded?.Invoke(report);
        LastReload = report;
        return report;
    }

    /// <summary>Begins to listen for a vendor that is new.</summary>
    /// <exception cref="PortInUseException">The port is somebody else's.</exception>
    internal async Task AddAsync(LoadedVendor loaded, CancellationToken stop)
    {
        Sessions.Replace(loaded.Vendor);
        try
        {
            await ListenAsync(loaded, stop);
        }
        catch (PortInUseException)
        {
            Sessions.Remove(loaded.Vendor);
            loaded.Vendor.Dispose();
            throw;
        }
    }

    /// <summary>Listens no longer for a vendor that is gone.</summary>
    internal async Task RemoveAsync(string vendor, CancellationToken stop)
    {
        var host = Host(vendor);
        hosts = [.. hosts.Where(other => other != host)];
        await host.StopAsync(stop);
        await host.DisposeAsync();
        Sessions.Remove(host.Vendor);
    }

    /// <summary>Finishes the requests under way, those that are held back at once, and stops.</summary>
    /// <param name="stop">Waits no longer for them.</param>
    public async Task StopAsync(CancellationToken stop = default)
    {
        ready = false;
        if (watch is not null) await watch.DisposeAsync();
        watch = null;
        await stopping.CancelAsync();
        await Task.WhenAll(hosts.Select(h => h.StopAsync(stop)));
        if (control is not null) await control.StopAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (watch is not null) await watch.DisposeAsync();
        watch = null;
        await stopping.CancelAsync();
        foreach (var host in hosts) await host.DisposeAsync();
        hosts = [];
        foreach (var upstream in upstreams.Values) upstream.Dispose();
        webhooks.Dispose();
        sessions?.Dispose();
        reload?.Dispose();
        stubs.Dispose();
        if (control is not null) await control.DisposeAsync();
        Scrape.Dispose();
        Signals.Dispose();
        stopping.Dispose();
    }

    private async Task ControlAsync(CancellationToken stop)
    {
        var resources = ControlResources.Of(this);
        var api = new ControlApi(resources, owners, exception => settings.OnUnexpected?.Invoke("control", exception));
        control = await Listener.StartAsync(settings.Host, settings.PortBase, "control", new HttpExchange(api.AnswerAsync, [], tellsClient: () => false, stopping.Token), stop, settings.Certificate);
    }

    private async Task ListenAsync(IReadOnlyList<LoadedVendor> vendors, CancellationToken stop)
    {
        sessions = new SessionBook(settings.Options.Sessions, settings.Options.Epoch, [.. vendors.Select(v => v.Vendor)], settings.Machine, started) { Outboxes = OutboxOf };
        if (settings.Faults is { } faults) FaultFile.Add(faults, sessions, vendors.Select(loaded => loaded.Vendor));
        foreach (var vendor in vendors) await ListenAsync(vendor, stop);
        reload = new Reload(this, settings, stubs, vendors.ToDictionary(v => v.Vendor.Name, v => v.Files));
        ready = true;
        Signals.Publish();
    }

    /// <summary>What takes a session's webhooks to their receivers, until the sandbox stops.</summary>
    private Outbox OutboxOf(Session session) =>
        new(session, webhooks, name => hosts.FirstOrDefault(host => host.Name == name)?.Vendor.Webhooks, settings.WebhookClock?.Invoke(session) ?? session.Clock, settings.OnUnexpected, stopping.Token) { Signals = Signals, OnAttempted = settings.OnAttempted };

    private async Task ListenAsync(LoadedVendor loaded, CancellationToken stop)
    {
        var vendor = loaded.Vendor;
        var start = new VendorStart(PipelineOf(vendor), Sessions)
        {
            Specs = loaded.Specs,
            Certificate = settings.Certificate,
            Owners = settings.VendorAdmin ? owners : null,
            Stubs = stubs.Maker,
            Files = stubs.Take(vendor.Name),
            Signals = Signals,
        };
        var host = await VendorHost.StartAsync(start, settings.Host, settings.PortBase == 0 ? 0 : settings.PortBase + loaded.Offset, stopping.Token, stop);
        hosts = [.. hosts.Append(host).OrderBy(h => h.Vendor.Name, StringComparer.Ordinal)];
    }

    /// <summary>What answers a vendor's requests and tells of them.</summary>
    internal Pipeline PipelineOf(Vendor vendor) => new(vendor)
    {
        Upstream = UpstreamOf(vendor.Name),
        OnAnswered = settings.OnAnswered,
        OnUnexpected = exception => settings.OnUnexpected?.Invoke(vendor.Name, exception),
    };

    /// <summary>The vendor's own API, where it answers in place of the sandbox.</summary>
    internal Upstream? UpstreamOf(string vendor) => upstreams.GetValueOrDefault(vendor);

    private void Watch()
    {
        _ = fingerprint.Value;
        string?[] folders = [settings.Specs, settings.Fixtures, settings.BuiltIn?.Specs, settings.BuiltIn?.Fixtures, settings.Stubs];
        watch = new FolderWatch(folders.OfType<string>().Distinct(), ReloadAsync);
    }
}
