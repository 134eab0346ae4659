using MockCustomers.Manifests;
using MockCustomers.Server;

namespace MockCustomers.Vendors.Tests;

/// <summary>The manifests of the vendors under test, for theories over what they say.</summary>
internal static class Manifests
{
    private static readonly Lazy<IReadOnlyList<VendorManifest>> Read = new(() =>
    {
        var vendors = SandboxFolder.Load(new SandboxSettings { Specs = Vendors.Specs, Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures"), PortBase = 0 }).Select(loaded => loaded.Vendor).ToList();
        foreach (var vendor in vendors) vendor.Dispose();
        return [.. vendors.Select(vendor => vendor.Manifest)];
    });

    public static IReadOnlyList<VendorManifest> All => Read.Value;
}
