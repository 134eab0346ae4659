using System.Collections.Concurrent;
using System.Text;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Server;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests;

/// <summary>Customers as they are served: the only thing that the checks look at.</summary>
internal static class Served
{
    public const int Looked = 100_000;

    private static readonly ConcurrentDictionary<SandboxOptions, Lazy<IReadOnlyList<Vendor>>> Sandboxes = new();

    /// <summary>A vendor of this repository.</summary>
    public static Vendor Vendor(string name, SandboxOptions? options = null) =>
        Sandboxes.GetOrAdd(options ?? new SandboxOptions(), chosen => new Lazy<IReadOnlyList<Vendor>>(() => Load(RepositoryFiles.Specs, chosen)))
            .Value.First(vendor => vendor.Name == name);

    public static IReadOnlyList<Vendor> Load(string specs, SandboxOptions options) =>
    [
        .. SandboxFolder.Load(new SandboxSettings { Specs = specs, Fixtures = RepositoryFiles.Fixtures, Options = options }).Select(v => v.Vendor),
    ];

    /// <summary>The customers of a vendor in the order of its list, a stretch of them.</summary>
    public static IEnumerable<byte[]> Customers(Vendor vendor, long first, int count, params string[] expanded)
    {
        using var json = new JsonBuffer();
        foreach (var customer in vendor.Customers.Everybody.Stretch(first, count))
        {
            json.Clear();
            vendor.Customers.Write(customer, expanded, json);
            yield return json.Written.ToArray();
        }
    }

    public static IEnumerable<string> Texts(Vendor vendor, long first, int count, params string[] expanded) =>
        Customers(vendor, first, count, expanded).Select(Encoding.UTF8.GetString);

    public static SandboxOptions Seeded(long seed) => new() { Seed = Seed.Of(seed) };
}
