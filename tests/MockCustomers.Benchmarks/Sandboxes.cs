using MockCustomers.Server;
using MockCustomers.Sessions;
using MockCustomers.TestSupport;
using MockCustomers.Vendors;

namespace MockCustomers.Benchmarks;

/// <summary>The vendors of this repository, without a cache: what is measured is the making.</summary>
internal static class Sandboxes
{
    /// <summary>The vendors' names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = SandboxFolder.Names(RepositoryFiles.Specs);

    /// <param name="population">null for the usual one.</param>
    public static Vendor Vendor(string name, long? population = null) => SandboxFolder.Load(new SandboxSettings
    {
        Specs = RepositoryFiles.Specs,
        Fixtures = RepositoryFiles.Fixtures,
        Vendors = [name],
        Options = new SandboxOptions { Population = population, CacheMegabytes = 0, Sessions = new SessionOptions { Journal = 0 } },
    }).Single().Vendor;

    /// <summary>Sessions for a vendor that no host serves.</summary>
    public static SessionBook Sessions(Vendor vendor) => new(vendor.Options.Sessions, vendor.Options.Epoch, [vendor]);
}
