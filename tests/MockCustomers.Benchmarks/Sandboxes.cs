using MockCustomers.Server;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Benchmarks;

/// <summary>The vendors of this repository, without a cache: what is measured is the making.</summary>
internal static class Sandboxes
{
    private static readonly string Root = Find();

    /// <summary>The vendors' names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = SandboxFolder.Names(Path.Combine(Root, "specs"));

    /// <param name="population">null for the usual one.</param>
    public static Vendor Vendor(string name, long? population = null) => SandboxFolder.Load(new SandboxSettings
    {
        Specs = Path.Combine(Root, "specs"),
        Fixtures = Path.Combine(Root, "fixtures"),
        Vendors = [name],
        Options = new SandboxOptions { Population = population, CacheMegabytes = 0, Sessions = new SessionOptions { Journal = 0 } },
    }).Single().Vendor;

    /// <summary>Sessions for a vendor that no host serves.</summary>
    public static SessionBook Sessions(Vendor vendor) => new(vendor.Options.Sessions, vendor.Options.Epoch, [vendor]);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MockCustomers.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
