using System.Net;
using MockCustomers.Events;
using MockCustomers.Journal;
using MockCustomers.Server.Reference;
using MockCustomers.Server.Stubbing;
using MockCustomers.Server.Tls;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>Where a sandbox reads its vendors from and where it listens.</summary>
public sealed record SandboxSettings
{
    /// <summary>The folder of the vendors: one folder each, and _countries.</summary>
    public required string Specs { get; init; }

    /// <summary>The folder of the documented examples: one folder a vendor; may be missing.</summary>
    public required string Fixtures { get; init; }

    /// <summary>The vendors that come with the sandbox, to which those of <see cref="Specs"/> are added; of two of one name the latter counts. null for none.</summary>
    public VendorFiles? BuiltIn { get; init; }

    /// <summary>The vendors to serve, by name; empty for all.</summary>
    public IReadOnlyList<string> Vendors { get; init; } = [];

    /// <summary>The address to listen on: an IP address, or "localhost".</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The control port; each vendor listens on its own offset from it. 0 for free ports.</summary>
    public int PortBase { get; init; } = 4010;

    /// <summary>Names, besides IP addresses and localhost, that administration may be asked under; without port.</summary>
    public IReadOnlyList<string> ControlHosts { get; init; } = [];

    /// <summary>The bearer token that administration wants; null or empty for none on loopback, and for a new one on any other address.</summary>
    public string? AdminToken { get; init; }

    /// <summary>A file of faults with which the sandbox starts, as POST /__admin/faults takes them: an array in JSON or YAML; null for none.</summary>
    public string? Faults { get; init; }

    /// <summary>The folder of the stubs that are laid over vendors: one folder a vendor, of mappings in WireMock's JSON or WireMock.Net's, with __files beside them; null for none.</summary>
    public string? Stubs { get; init; }

    /// <summary>Whether each vendor's port has /__admin, as WireMock.Net has it, by the rules of the control port.</summary>
    public bool VendorAdmin { get; init; } = true;

    /// <summary>The hosts that stubs may call by webhooks and proxies, and to which webhooks of the vendors' own go besides this machine and private networks: a name or an address each, with a port or for all ports.</summary>
    public IReadOnlyList<string> WebhookHosts { get; init; } = [];

    /// <summary>Vendors whose own API answers whatever no stub does, and is recorded: name to what stands in place of the URL of the spec's server, no slash at the end.</summary>
    public IReadOnlyDictionary<string, string> ProxyTo { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the vendors' files are watched, and served again when they change.</summary>
    public bool Watch { get; init; }

    /// <summary>Whether requests are counted for GET /metrics from the start; else from when it is first asked for.</summary>
    public bool Metrics { get; init; }

    public SandboxOptions Options { get; init; } = new();

    /// <summary>Makes what lays stubs over vendors, when it is first needed; null in builds that have none.</summary>
    internal Func<StubOptions, IStubEngine>? StubEngine { get; init; }

    /// <summary>Makes the API reference, when it is first asked for; null in builds that have none.</summary>
    internal Func<IReferencePages>? Reference { get; init; }

    /// <summary>What HTTPS and HTTP/2 are spoken with, on all ports; null for HTTP/1.1 without TLS.</summary>
    internal ServerCertificate? Certificate { get; init; }

    /// <summary>The machine's clock, by which the clocks of sessions run; tests have one of their own.</summary>
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <summary>Finds the addresses of the names of webhooks' receivers; null for the system's own way.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>>? Resolve { get; init; }

    /// <summary>The clock by which webhooks that failed are sent again in a session; null for the session's own.</summary>
    internal Func<Session, TimeProvider>? WebhookClock { get; init; }

    /// <summary>Told of every exchange with a vendor, on the thread that answered it; null for nobody.</summary>
    public Action<JournalEntry>? OnAnswered { get; init; }

    /// <summary>Told of every time that a webhook was sent; null for nobody.</summary>
    internal Action<WebhookEvent>? OnAttempted { get; init; }

    /// <summary>Told what became of changed files; null for nobody.</summary>
    public Action<ReloadReport>? OnReloaded { get; init; }

    /// <summary>Told what went wrong while serving; null for nobody.</summary>
    public Action<string, Exception>? OnUnexpected { get; init; }
}
