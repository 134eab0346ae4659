using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>What is exported, and where clients look for it.</summary>
/// <param name="Vendor">With as many customers as are exported.</param>
/// <param name="BaseUrl">What stands in place of the URL of the vendor's own API: the base path included, no slash at the end.</param>
internal sealed record ExportedVendor(Vendor Vendor, string BaseUrl)
{
    /// <summary>Where a target of the vendor is: the base path is in both.</summary>
    public string UrlOf(string target) => BaseUrl + RelativeOf(target);

    /// <summary>A target of the vendor behind the base URL.</summary>
    public string RelativeOf(string target) => target[Vendor.BasePath.Length..];

    /// <summary>What is said at the head of every file.</summary>
    public string About => $"{Vendor.Title}: {Vendor.Customers.Count} fake customers, seed {Vendor.Options.Seed.Text}, written by 'mockcustomers export' {EngineVersion.Text}.";
}
