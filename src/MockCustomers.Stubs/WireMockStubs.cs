using MockCustomers.Diagnostics;
using MockCustomers.Server;
using MockCustomers.Server.Stubbing;
using MockCustomers.Sessions;
using MockCustomers.Stubs.Inside;
using MockCustomers.Stubs.Mappings;

namespace MockCustomers.Stubs;

/// <summary>Stubs by WireMock.Net, each vendor's in a server that listens nowhere.</summary>
internal sealed class WireMockStubs : IStubEngine
{
    private readonly OutgoingHosts hosts;
    private readonly Action<string, Exception>? onUnexpected;

    public WireMockStubs(StubOptions options)
    {
        WireMockPlugIns.LeaveOutMime();
        hosts = new OutgoingHosts(options.WebhookHosts);
        onUnexpected = options.OnUnexpected;
    }

    public IReadOnlyDictionary<string, IStubFiles> Read(string folder, IReadOnlyList<string> vendors, DiagnosticBag diagnostics)
    {
        var read = new Dictionary<string, IStubFiles>();
        if (!Directory.Exists(folder))
        {
            diagnostics.Add(folder, "", "there is no such folder", "a folder of stubs: NAME/*.json by vendor");
            return read;
        }

        foreach (var path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var vendor = Path.GetFileName(path);
            if (vendor[0] is '_' or '.') continue;
            if (vendors.Contains(vendor)) read.Add(vendor, StubFolder.Read(path, hosts, Trouble(vendor), diagnostics));
            else diagnostics.Add(path, "", $"there is no vendor '{vendor}'{Nearest.Question(vendor, vendors)}", $"a folder a vendor: one of: {string.Join(", ", vendors)}");
        }

        return read;
    }

    public IVendorStubs Of(VendorHost host) => new VendorStubs(host, hosts, Trouble(host.Name));

    /// <summary>The stubs of one session over a vendor that listens.</summary>
    public static SandboxStubs Of(VendorHost host, Session session) => new((VendorStubs)host.Stubs, session);

    private Action<string> Trouble(string vendor) => message => onUnexpected?.Invoke(vendor, new StubTroubleException(message));
}
