using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>All vendors, listening, and the control port beside them.</summary>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly List<VendorHost> hosts = [];
    private Listener? control;
    private SessionBook? sessions;
    private volatile bool ready;

    private Sandbox()
    {
    }

    /// <summary>The listening vendors, by name.</summary>
    public IReadOnlyList<VendorHost> Hosts => hosts;

    /// <summary>The sessions, the same for all vendors.</summary>
    public SessionBook Sessions => sessions!;

    /// <summary>Where health and administration are.</summary>
    public string Control => control!.Url.GetLeftPart(UriPartial.Authority);

    /// <summary>Loads the vendors and starts listening; returns when every one listens.</summary>
    /// <exception cref="Diagnostics.InvalidSandboxException">The vendors cannot be served.</exception>
    /// <exception cref="PortInUseException">A port is somebody else's.</exception>
    public static async Task<Sandbox> StartAsync(SandboxSettings settings, CancellationToken stop = default)
    {
        var sandbox = new Sandbox();
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

    /// <summary>Finishes the requests under way, and stops.</summary>
    public async Task StopAsync(CancellationToken stop = default)
    {
        ready = false;
        await Task.WhenAll(hosts.Select(h => h.StopAsync(stop)));
        if (control is not null) await control.StopAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        hosts.Clear();
        if (control is not null) await control.DisposeAsync();
    }

    private async Task ControlAsync(SandboxSettings settings, CancellationToken stop)
    {
        var api = new ControlApi(() => ready ? hosts : [], new Lazy<string>(() => Fingerprint.Of(settings)));
        control = await Listener.StartAsync(settings.Host, settings.PortBase, "control", new HttpExchange(request => ValueTask.FromResult(api.Answer(request)), [], tellsClient: false), stop);
    }

    private async Task ListenAsync(SandboxSettings settings, IReadOnlyList<(Vendor Vendor, int Offset)> vendors, CancellationToken stop)
    {
        sessions = new SessionBook(settings.Options.Sessions, settings.Options.Epoch, [.. vendors.Select(v => v.Vendor)]);
        foreach (var (vendor, offset) in vendors)
        {
            vendor.Api.OnUnexpected = exception => settings.OnUnexpected?.Invoke(vendor.Name, exception);
            hosts.Add(await VendorHost.StartAsync(vendor, sessions, settings.Host, settings.PortBase == 0 ? 0 : settings.PortBase + offset, stop));
        }

        ready = true;
    }
}
