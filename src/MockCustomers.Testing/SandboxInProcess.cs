using MockCustomers.Server;
using MockCustomers.Stubs;

namespace MockCustomers.Testing;

/// <summary>A sandbox inside a test process: real HTTP on free ports of 127.0.0.1, gone when it is disposed.</summary>
/// <remarks>
/// <para>
/// Several may run at once, in one process or in many. Two of the same settings serve the same bytes, whenever and wherever they
/// run. All members may be used by many threads at once, except that nothing may be called once disposing began.
/// </para>
/// <para>
/// The vendors are read from the folders "specs" and "fixtures" beside this assembly, where the build puts those of the
/// repository; <see cref="SandboxSettings.Specs"/> and <see cref="SandboxSettings.Fixtures"/> name others.
/// </para>
/// <code>
/// await using var sandbox = await SandboxInProcess.StartAsync();
/// using var client = sandbox.ClientOf("acme");
/// var customer = await client.GetStringAsync("customers/cus_0001");
/// </code>
/// </remarks>
public sealed class SandboxInProcess : IAsyncDisposable
{
    private readonly Sandbox sandbox;

    private SandboxInProcess(Sandbox sandbox, SandboxSettings settings)
    {
        this.sandbox = sandbox;
        Settings = settings;
    }

    /// <summary>What it was started with.</summary>
    public SandboxSettings Settings { get; }

    /// <summary>The vendors that it serves, sorted by name.</summary>
    public IReadOnlyList<string> Vendors => [.. sandbox.Hosts.Select(host => host.Name)];

    /// <summary>Where health and administration are: scheme, address and port.</summary>
    public string Control => sandbox.Control;

    /// <summary>Starts a sandbox; returns when every vendor listens.</summary>
    /// <param name="choose">
    /// Changes the settings that it would start with: all vendors, free ports, seed 42. null changes nothing.
    /// <code>settings => settings with { Vendors = ["acme"], Options = new() { Population = 50 } }</code>
    /// </param>
    /// <param name="stop">Gives up starting.</param>
    /// <exception cref="Diagnostics.InvalidSandboxException">The vendors cannot be served; it tells everything that is wrong with them.</exception>
    public static async Task<SandboxInProcess> StartAsync(
        Func<SandboxSettings, SandboxSettings>? choose = null, CancellationToken stop = default)
    {
        var settings = new SandboxSettings
        {
            Specs = Path.Combine(AppContext.BaseDirectory, "specs"),
            Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures"),
            BuiltIn = new VendorFiles(Path.Combine(AppContext.BaseDirectory, "specs"), Path.Combine(AppContext.BaseDirectory, "fixtures")),
            PortBase = 0,
        };
        if (choose is not null) settings = choose(settings);
        settings = settings with { StubEngine = options => new WireMockStubs(options) };
        return new SandboxInProcess(await Sandbox.StartAsync(settings, stop), settings);
    }

    /// <summary>The listening vendor of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public VendorHost Host(string vendor) => sandbox.Host(vendor);

    /// <summary>
    /// A client of a vendor, which takes the addresses of the vendor's own pages: whole paths as they are printed, from their slash on
    /// ("/v1/customers"), and what stands behind the base path and version that all of them share ("customers"). It sends a
    /// credential that works. The caller disposes it.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such vendor.</exception>
    public HttpClient ClientOf(string vendor)
    {
        var client = StrangerOf(vendor);
        var (header, value) = Host(vendor).Credential;
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        return client;
    }

    /// <summary>A client as <see cref="ClientOf"/> gives, without a credential. The caller disposes it.</summary>
    /// <exception cref="ArgumentException">There is no such vendor.</exception>
    public HttpClient StrangerOf(string vendor) => Client(Host(vendor).ClientBase);

    /// <summary>Lays stubs over a vendor, by WireMock.Net's fluent interface; what no stub matches the vendor answers.</summary>
    /// <param name="session">The session whose requests they answer, opened when there is none of that name; null for the one of requests that name none.</param>
    /// <exception cref="ArgumentException">There is no such vendor, or a session cannot have that name.</exception>
    /// <exception cref="InvalidOperationException">As many sessions as may be have stubs of their own.</exception>
    public SandboxStubs Stubs(string vendor, string? session = null)
    {
        var found = session is null ? sandbox.Sessions.Default : sandbox.Sessions.FindOrOpen(session);
        if (found is null) throw new ArgumentException($"there can be no session '{session}'", nameof(session));
        return WireMockStubs.Of(Host(vendor), found);
    }

    /// <summary>A client of the control port, which sends the token of administration where one is wanted. The caller disposes it.</summary>
    public HttpClient ControlClient()
    {
        var client = Client(new Uri(Control));
        if (sandbox.AdminToken is { } token) client.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);
        return client;
    }

    /// <summary>Finishes the requests under way, and stops listening.</summary>
    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    /// <summary>Past proxies and cookies, which a machine or an earlier test may have left.</summary>
    private static HttpClient Client(Uri start) =>
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = start };
}
