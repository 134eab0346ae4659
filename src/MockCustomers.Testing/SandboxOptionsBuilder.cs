using MockCustomers.Auth;
using MockCustomers.Customers;
using MockCustomers.Server;
using MockCustomers.Stubs;
using MockCustomers.Vendors;

namespace MockCustomers.Testing;

/// <summary>What a sandbox starts with, as tests choose it; every method returns the builder.</summary>
public sealed class SandboxOptionsBuilder
{
    /// <summary>So that every vendor's offset, up to 999, still gives a port.</summary>
    private const int HighestFirst = 65_535 - 999;

    private Action<string>? log;

    internal SandboxOptionsBuilder()
    {
        var shipped = new VendorFiles(Path.Combine(AppContext.BaseDirectory, "specs"), Path.Combine(AppContext.BaseDirectory, "fixtures"));
        Chosen = new SandboxSettings { Specs = shipped.Specs, Fixtures = shipped.Fixtures, BuiltIn = shipped, PortBase = 0 };
    }

    /// <summary>The settings of a sandbox of these options.</summary>
    internal SandboxSettings Settings
    {
        get
        {
            var (told, failed) = (Chosen.OnAnswered, Chosen.OnUnexpected);
            var settings = Chosen with { StubEngine = options => new WireMockStubs(options) };
            if (log is not { } line) return settings;
            return settings with
            {
                OnAnswered = entry =>
                {
                    told?.Invoke(entry);
                    line(new SandboxCall(entry).ToString());
                },
                OnUnexpected = (vendor, exception) =>
                {
                    failed?.Invoke(vendor, exception);
                    line($"{vendor}: unexpected: {exception}");
                },
            };
        }
    }

    private SandboxSettings Chosen { get; set; }

    private SandboxOptions Options
    {
        get => Chosen.Options;
        set => Chosen = Chosen with { Options = value };
    }

    /// <summary>Serves these vendors only. Fewer vendors start faster; without it all are served.</summary>
    /// <exception cref="ArgumentException">None is named.</exception>
    public SandboxOptionsBuilder Only(params IReadOnlyList<string> vendors)
    {
        ArgumentNullException.ThrowIfNull(vendors);
        if (vendors.Count == 0) throw new ArgumentException("no vendor is named; one or more, such as Only(\"acme\"), or no Only for all of them", nameof(vendors));
        return With(settings => settings with { Vendors = vendors });
    }

    /// <summary>How many customers each vendor has: 0 to 10^12; by default what its manifest says, else 100,000. Size costs nothing.</summary>
    public SandboxOptionsBuilder Population(long customers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customers, Customers.Population.Largest);
        return Choose(options => options with { Population = customers });
    }

    /// <summary>Equal seeds give equal customers: any text; by default 42.</summary>
    public SandboxOptionsBuilder Seed(string seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        return Choose(options => options with { Seed = new Seed(seed) });
    }

    /// <summary>Equal seeds give equal customers; by default 42.</summary>
    public SandboxOptionsBuilder Seed(long seed) => Choose(options => options with { Seed = Customers.Seed.Of(seed) });

    /// <summary>The date, which stands still until a session's clock is moved; by default 2026-01-01.</summary>
    public SandboxOptionsBuilder Now(DateTimeOffset now) => Choose(options => options with { Now = now });

    /// <summary>A folder of more vendors, beside those of the package; of two of one name this one counts.</summary>
    /// <param name="folder">A folder a vendor, with vendor.yaml and the spec that it names.</param>
    /// <param name="fixtures">The folder of the documented examples of those vendors; null for none.</param>
    public SandboxOptionsBuilder Specs(string folder, string? fixtures = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return With(settings => settings with { Specs = folder, Fixtures = fixtures ?? settings.Fixtures });
    }

    /// <summary>A folder of stubs that answer before the vendors do.</summary>
    /// <param name="folder">A folder a vendor, of mappings in WireMock's JSON or WireMock.Net's.</param>
    /// <param name="hosts">What stubs may call by webhooks and proxies: names or addresses, with a port or for all ports.</param>
    public SandboxOptionsBuilder Stubs(string folder, params IReadOnlyList<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return With(settings => settings with { Stubs = folder, WebhookHosts = hosts });
    }

    /// <summary>Which credentials work: by default the sandbox's own.</summary>
    public SandboxOptionsBuilder Credentials(AuthMode mode) => Choose(options => options with { Auth = mode });

    /// <summary>Refuses clients that ask too often, as the vendors do; by default what is left is told, and nobody is refused.</summary>
    public SandboxOptionsBuilder RateLimits() => Choose(options => options with { EnforceRateLimits = true });

    /// <summary>No customer is as untidy as the vendors' own pages; by default a few are.</summary>
    public SandboxOptionsBuilder WithoutQuirks() => Choose(options => options with { Quirks = false });

    /// <summary>How many sessions there may be at once (by default 10,000), and how many calls each keeps (by default 1,000).</summary>
    public SandboxOptionsBuilder Sessions(int most = 10_000, int calls = 1000) => Choose(options => options with { Sessions = options.Sessions with { Most = most, Journal = calls } });

    /// <summary>The control port, and the vendors on the ports after it; by default free ports.</summary>
    /// <param name="first">The control port, up to 64536; 0 for free ports.</param>
    public SandboxOptionsBuilder Ports(int first)
    {
        if (first is < 0 or > HighestFirst) throw new ArgumentOutOfRangeException(nameof(first), first, $"a port up to {HighestFirst}, or 0 for free ports");
        return With(settings => settings with { PortBase = first });
    }

    /// <summary>Gets a line for each call of any session, and what went wrong in the sandbox; what it throws is passed over, as a test that has ended takes no lines.</summary>
    public SandboxOptionsBuilder LogTo(Action<string> writeLine)
    {
        ArgumentNullException.ThrowIfNull(writeLine);
        log = LogLine.To(writeLine);
        return this;
    }

    /// <summary>Changes whatever else the command can be told.</summary>
    public SandboxOptionsBuilder With(Func<SandboxSettings, SandboxSettings> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Chosen = change(Chosen);
        return this;
    }

    private SandboxOptionsBuilder Choose(Func<SandboxOptions, SandboxOptions> change)
    {
        Options = change(Options);
        return this;
    }
}
