using System.Collections.Concurrent;
using MockCustomers.Server;
using MockCustomers.Sessions;

namespace MockCustomers.Testing;

/// <summary>A sandbox inside a test process: real HTTP on free ports of 127.0.0.1, or no socket at all, gone when it is disposed.</summary>
/// <remarks>
/// <para>
/// One a test run is enough: each test opens a world of its own with <see cref="NewSession"/>. Several sandboxes may run at once, in one
/// process or in many; two of the same options serve the same bytes, whenever and wherever they run. All members may be used by many
/// threads at once.
/// </para>
/// <para>
/// The vendors are read from the folders "specs" and "fixtures" beside this assembly, where the build puts those of the package.
/// </para>
/// <code>
/// await using var sandbox = await Sandbox.StartAsync(o => o.Only("acme").LogTo(output.WriteLine));
/// using var world = sandbox.NewSession();
/// var acme = world.Vendor("acme");
/// </code>
/// </remarks>
public sealed class Sandbox : IAsyncDisposable
{
    /// <summary>A test that is stopped in a debugger keeps its world for a day.</summary>
    private static readonly TimeSpan SessionTimeToLive = TimeSpan.FromDays(1);

    private readonly SandboxServer server;
    private readonly ConcurrentDictionary<string, Action<string>> logs;
    private int disposals;

    private Sandbox(SandboxServer server, SandboxSettings settings, ConcurrentDictionary<string, Action<string>> logs)
    {
        this.server = server;
        this.logs = logs;
        Settings = settings;
        Default = new SandboxSession(this, server.Sessions.Default);
    }

    /// <summary>The vendors that it serves, sorted by name.</summary>
    public IReadOnlyList<string> Vendors => [.. server.Hosts.Select(host => host.Name)];

    /// <summary>Where health and administration are: scheme, address and port.</summary>
    public string Control => server.Control;

    /// <summary>The world of requests that name no session and send the vendor's own key.</summary>
    public SandboxSession Default { get; }

    /// <summary>What it was started with.</summary>
    internal SandboxSettings Settings { get; }

    /// <summary>Whether it is gone.</summary>
    internal bool IsDisposed => Volatile.Read(ref disposals) > 0;

    internal IReadOnlyList<VendorHost> Hosts => server.Hosts;

    internal SessionBook Sessions => server.Sessions;

    /// <summary>The connections that all clients share; none that a machine's proxy or an earlier cookie could bend.</summary>
    internal SocketsHttpHandler Connections { get; } = new() { UseProxy = false, UseCookies = false };

    /// <summary>Starts a sandbox; returns when every vendor listens.</summary>
    /// <param name="choose">Changes what it starts with: all vendors, free ports, seed 42. null changes nothing.</param>
    /// <param name="stop">Gives up starting.</param>
    /// <exception cref="Diagnostics.InvalidSandboxException">The vendors cannot be served; it tells everything that is wrong with them.</exception>
    public static async Task<Sandbox> StartAsync(Action<SandboxOptionsBuilder>? choose = null, CancellationToken stop = default)
    {
        var options = new SandboxOptionsBuilder();
        choose?.Invoke(options);
        var logs = new ConcurrentDictionary<string, Action<string>>(StringComparer.Ordinal);
        var settings = options.Settings;
        var told = settings.OnAnswered;
        var listening = settings with
        {
            OnAnswered = entry =>
            {
                told?.Invoke(entry);
                if (!logs.IsEmpty && logs.TryGetValue(entry.Session, out var log)) log(new SandboxCall(entry).ToString());
            },
        };
        return new Sandbox(await SandboxServer.StartAsync(listening, stop), settings, logs);
    }

    /// <summary>Opens a world of its own over the vendors: its own writes, clock, faults, stubs, calls and keys. Microseconds, no HTTP.</summary>
    /// <param name="name">1 to 64 letters, digits, dots, dashes and underscores; null for one that is made up.</param>
    /// <param name="seed">Whose customers it has: any text; null for the sandbox's.</param>
    /// <param name="population">How many customers each vendor has; null for the sandbox's number.</param>
    /// <param name="now">Where its clock begins; null for the sandbox's date.</param>
    /// <param name="logTo">Gets a line for each of its calls, such as a test's own output; what it throws is passed over, as a test that has ended takes no lines.</param>
    /// <returns>Disposal closes it.</returns>
    /// <exception cref="ArgumentException">A session cannot have that name, or one has it already.</exception>
    /// <exception cref="InvalidOperationException">There are as many sessions as there may be.</exception>
    public SandboxSession NewSession(
        string? name = null, string? seed = null, long? population = null, DateTimeOffset? now = null, Action<string>? logTo = null)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (name is not null && !SessionBook.IsName(name)) throw new ArgumentException($"a session cannot have the name '{name}'; 1 to 64 letters, digits, dots, dashes and underscores", nameof(name));
        if (name is not null && Sessions.Find(name) is not null) throw new ArgumentException($"there is a session '{name}'; another name, or dispose of it first", nameof(name));
        if (population is < 0 or > Customers.Population.Largest) throw new ArgumentOutOfRangeException(nameof(population), population, $"0 to {Customers.Population.Largest} customers");
        var choice = seed is null && population is null && now is null
            ? null
            : new PopulationChoice(seed is null ? null : new Customers.Seed(seed), population, now is { } date ? (date - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond : null);
        var session = Sessions.Open(new SessionChoice(name, choice, SessionTimeToLive))
            ?? throw new InvalidOperationException("there are as many sessions as there may be: dispose of those that tests no longer use, or start the sandbox with more (Sessions)");
        if (logTo is not null) logs[session.Name] = LogLine.To(logTo);
        return new SandboxSession(this, session);
    }

    /// <summary>A vendor in the <see cref="Default"/> world.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public SandboxVendor Vendor(string name) => Default.Vendor(name);

    /// <summary>A client of the control port, which sends the token of administration where one is wanted. The caller disposes it.</summary>
    public HttpClient ControlClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = new Uri(Control) };
        if (server.AdminToken is { } token) client.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);
        return client;
    }

    /// <summary>Answers at once what is held back, and stops; requests that take longer than a few seconds are cut off. The second time it does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Increment(ref disposals) > 1) return;
        await server.DisposeAsync();
        Connections.Dispose();
    }

    /// <summary>The listening vendor of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal VendorHost Host(string vendor)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return server.Host(vendor);
    }

    /// <summary>Closes a world.</summary>
    internal void Close(Session session)
    {
        logs.TryRemove(session.Name, out _);
        if (Sessions.Find(session.Name) == session) Sessions.Close(session.Name);
    }

    /// <summary>Whether a world is open still: neither closed nor forgotten.</summary>
    internal bool IsOpen(Session session) => !IsDisposed && Sessions.Find(session.Name) == session;
}
