using System.Collections.Concurrent;
using MockCustomers.Diagnostics;
using MockCustomers.Manifests;
using MockCustomers.OpenApi;
using MockCustomers.Server;

namespace MockCustomers.Vendors.Tests;

/// <summary>The vendors under test as their files describe them, for theories over what those say.</summary>
internal static class Manifests
{
    private static readonly ConcurrentDictionary<string, VendorManifest> Known = new();
    private static readonly Lazy<IReadOnlyList<VendorManifest>> Read = new(() => [.. SandboxFolder.Names(Vendors.Specs).Select(name => Of(name, Path.Combine(Vendors.Specs, name)))]);

    private static readonly Lazy<IReadOnlyList<VendorSurface>> Surfaces = new(() =>
    {
        var settings = new SandboxSettings { Specs = Vendors.Specs, Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures"), PortBase = 0 };
        return [.. SandboxFolder.Load(settings).Select(loaded => new VendorSurface(loaded.Vendor))];
    });

    public static IReadOnlyList<VendorManifest> All => Read.Value;

    /// <summary>The vendors of which something is so.</summary>
    public static TheoryData<string> Where(Func<VendorSurface, bool> isSo) => [.. Surfaces.Value.Where(isSo).Select(surface => surface.Vendor.Name)];

    /// <summary>The manifest beside the vendor's spec.</summary>
    public static VendorManifest Of(Vendor vendor) => Of(vendor.Name, Path.GetDirectoryName(vendor.Contract.File)!);

    private static VendorManifest Of(string name, string folder) => Known.GetOrAdd(Path.Combine(folder, "vendor.yaml"), file =>
    {
        var diagnostics = new DiagnosticBag();
        var manifest = ManifestReader.Read(name, file, DocumentReader.Read(file, File.ReadAllBytes(file), diagnostics), diagnostics);
        diagnostics.Found.ShouldBeEmpty();
        return manifest.ShouldNotBeNull();
    });
}
