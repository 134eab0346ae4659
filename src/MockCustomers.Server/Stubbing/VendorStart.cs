using MockCustomers.Server.Control;
using MockCustomers.Server.Reference;
using MockCustomers.Server.Telemetry;
using MockCustomers.Server.Tls;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Stubbing;

/// <summary>What a vendor starts to listen with.</summary>
/// <param name="Pipeline">Answers the vendor's requests.</param>
internal sealed record VendorStart(Pipeline Pipeline, SessionBook Sessions)
{
    /// <summary>The vendor's specs, to be shown.</summary>
    public IReadOnlyList<ServedSpec> Specs { get; init; } = [];

    /// <summary>What HTTPS is spoken with; null for HTTP.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>Who may administer on the vendor's port; null where nobody may, and the vendor answers.</summary>
    public OwnersOnly? Owners { get; init; }

    /// <summary>Makes the vendor's stubs; null where this build has none.</summary>
    public Func<VendorHost, IVendorStubs>? Stubs { get; init; }

    /// <summary>What tells of requests; null for nothing.</summary>
    public Signals? Signals { get; init; }

    /// <summary>The stubs with which it starts; null for none.</summary>
    public IStubFiles? Files { get; init; }
}
