using MockCustomers.Diagnostics;
using MockCustomers.Faults;
using MockCustomers.Server.Control;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>All vendors, listening, and the control port beside them.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private readonly List<VendorHost> hosts = [];
    private Listener? control;
    private SessionBook? sessions;
    private readonly CancellationTokenSource stopping = new();
    private volatile bool ready;

    private readonly AdminToken? token;

    private Sandbox(AdminToken? token) => this.token = token;

    /// <summary>The listening vendors, by name.</summary>
    public IReadOnlyList<VendorHost> Hosts => hosts;

    /// <summary>The sessions, the same for all vendors.</summary>
    public SessionBook Sessions => sessions!;

    /// <summary>Where health and administration are.</summary>
    public string Control => control!.Url.GetLeftPart(UriPartial.Authority);

    /// <summary>The bearer token that administration wants; null when it wants none.</summary>
    public string? AdminToken => token?.Text;

    /// <summary>Whether the token was made at the start, because none was given and others can reach the address.</summary>
    public bool IsAdminTokenMade => token is { IsMade: true };

    /// <summary>Loads the vendors and starts listening; returns when every one listens.</summary>
    /// <exception cref="Diagnostics.InvalidSandboxException">The vendors cannot be served.</exception>
    /// <exception cref="PortInUseException">A port is somebody else's.</exception>
    public static async Task<Sandbox> StartAsync(SandboxSettings settings, CancellationToken stop = default)
    {
        var sandbox = new Sandbox(Server.Control.AdminToken.For(settings.Host, settings.AdminToken));
        // Its port opens, and Kestrel warms up, while the files are read: until everybody listens it tells that nobody is ready.
        var control = Task.Run(() => sandbox.ControlAsync(settings, stop), CancellationToken.None);
        try
        {
            var vendors = SandboxFolder.Load(settings);
            await control;
            await sandbox.ListenAsync(settings, vendors, stop);
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
    public VendorHost Host(string vendor) =>
        hosts.Find(h => h.Vendor.Name == vendor) ?? throw new ArgumentException($"there is no vendor '{vendor}'", nameof(vendor));

    /// <summary>Finishes the requests under way, those that are held back at once, and stops.</summary>
    /// <param name="stop">Waits no longer for them.</param>
    public async Task StopAsync(CancellationToken stop = default)
    {
        ready = false;
        await stopping.CancelAsync();
        await Task.WhenAll(hosts.Select(h => h.StopAsync(stop)));
        if (control is not null) await control.StopAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var host in hosts) await host.DisposeAsync();
        hosts.Clear();
        if (control is not null) await control.DisposeAsync();
        stopping.Dispose();
    }

    private async Task ControlAsync(SandboxSettings settings, CancellationToken stop)
    {
        var resources = ControlResources.Of(() => ready ? hosts : [], settings);
        var api = new ControlApi(resources, new OwnersOnly(settings.ControlHosts, token), exception => settings.OnUnexpected?.Invoke("control", exception));
        control = await Listener.StartAsync(settings.Host, settings.PortBase, "control", new HttpExchange(api.AnswerAsync, [], tellsClient: false, stopping.Token), stop);
    }

    private async Task ListenAsync(SandboxSettings settings, IReadOnlyList<(Vendor Vendor, int Offset)> vendors, CancellationToken stop)
    {
        sessions = new SessionBook(settings.Options.Sessions, settings.Options.Epoch, [.. vendors.Select(v => v.Vendor)]);
        if (settings.Faults is { } faults) AddFaults(faults, sessions, vendors);
        foreach (var (vendor, offset) in vendors)
        {
            var pipeline = new Pipeline(vendor)
            {
                OnAnswered = settings.OnAnswered,
                OnUnexpected = exception => settings.OnUnexpected?.Invoke(vendor.Name, exception),
            };
            hosts.Add(await VendorHost.StartAsync(pipeline, sessions, settings.Host, settings.PortBase == 0 ? 0 : settings.PortBase + offset, stopping.Token, stop));
        }

        ready = true;
    }

    /// <exception cref="InvalidSandboxException">Something is wrong with the file; all of it is told.</exception>
    private static void AddFaults(string file, SessionBook sessions, IReadOnlyList<(Vendor Vendor, int Offset)> vendors)
    {
        var diagnostics = new DiagnosticBag();
        var rules = FaultFile.Read(file, FaultFile.Vocabulary(vendors.Select(v => v.Vendor)), diagnostics);
        foreach (var rule in rules)
            if ((rule.Match.Session is { } name ? sessions.FindOrOpen(name) : sessions.Default)?.Faults.Add(rule) is null)
                diagnostics.Add(file, "", $"there are more than {FaultBook.MostByDefault} faults, or the session '{rule.Match.Session}' cannot be opened", "fewer faults; a session's name of 1 to 64 letters, digits, dots, dashes and underscores");
        diagnostics.ThrowIfAny();
    }
}
