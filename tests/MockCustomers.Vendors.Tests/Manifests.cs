using MockCustomers.Manifests;
using MockCustomers.Server;

namespace MockCustomers.Vendors.Tests;

/// <summary>The vendors under test as their files describe them, for theories over what those say.</summary>
internal static class Manifests
{
    private static readonly Lazy<IReadOnlyList<VendorSurface>> Read = new(() =>
    {
        var settings = new SandboxSettings { Specs = Vendors.Specs, Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures"), PortBase = 0 };
        return [.. SandboxFolder.Load(settings).Select(loaded => new VendorSurface(loaded.Vendor))];
    });

    public static IReadOnlyList<VendorManifest> All => [.. Read.Value.Select(surface => surface.Vendor.Manifest)];

    /// <summary>The vendors of which something is so.</summary>
    public static TheoryData<string> Where(Func<VendorSurface, bool> isSo) => [.. Read.Value.Where(isSo).Select(surface => surface.Vendor.Name)];
}
