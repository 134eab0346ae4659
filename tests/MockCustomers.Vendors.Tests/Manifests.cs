using System.Collections.Concurrent;
using MockCustomers.Diagnostics;
using MockCustomers.Manifests;
using MockCustomers.OpenApi;
using MockCustomers.Server;

namespace MockCustomers.Vendors.Tests;

/// <summary>The manifests of the vendors under test, for theories over what they say.</summary>
internal static class Manifests
{
    private static readonly ConcurrentDictionary<string, VendorManifest> Known = new();
    private static readonly Lazy<IReadOnlyList<VendorManifest>> Read = new(() => [.. SandboxFolder.Names(Vendors.Specs).Select(name => Of(name, Path.Combine(Vendors.Specs, name)))]);

    public static IReadOnlyList<VendorManifest> All => Read.Value;

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
