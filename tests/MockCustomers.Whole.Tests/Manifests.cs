using MockCustomers.Diagnostics;
using MockCustomers.Manifests;
using MockCustomers.OpenApi;
using MockCustomers.Vendors;

namespace MockCustomers.Whole.Tests;

/// <summary>The manifests of vendors.</summary>
internal static class Manifests
{
    /// <summary>The manifest beside the vendor's spec.</summary>
    public static VendorManifest Of(Vendor vendor)
    {
        var diagnostics = new DiagnosticBag();
        var file = Path.Combine(Path.GetDirectoryName(vendor.Contract.File)!, "vendor.yaml");
        return ManifestReader.Read(vendor.Name, file, DocumentReader.Read(file, File.ReadAllBytes(file), diagnostics), diagnostics).ShouldNotBeNull();
    }
}
