using System.Globalization;
using System.Security.Cryptography;
using MockCustomers.Customers;
using MockCustomers.Testing;
using Xunit.Runner.InProc.SystemConsole;

namespace MockCustomers.Vendors.Tests;

/// <summary>The other process of <see cref="DeterminismTests"/>: starts a sandbox and prints one hash of what each vendor serves.</summary>
internal static class Program
{
    /// <summary>The first argument that asks for the hashes; with any other the tests run.</summary>
    public const string Hashes = "hashes";

    /// <param name="arguments">The word, a seed, a population and the name of a culture; else those of xUnit's runner.</param>
    /// <returns>0 when all went well.</returns>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [Hashes, var seed, var population, var culture]) return await ConsoleRunner.Run(arguments);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
        var options = new SandboxOptions { Seed = new Seed(seed), Population = long.Parse(population, CultureInfo.InvariantCulture) };
        await using var sandbox = await Sandbox.StartAsync(o => o.With(settings => settings with { Options = options }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"culture {1.5.ToString(CultureInfo.CurrentCulture)} {CultureInfo.CurrentCulture.Name}"));
        foreach (var vendor in sandbox.Vendors) Console.WriteLine($"{vendor} {await HashAsync(new VendorUnderTest(sandbox.Host(vendor)))}");
        return 0;
    }

    /// <summary>A hash of a hundred customers, of the list's first pages and of some refusals.</summary>
    public static async Task<string> HashAsync(VendorUnderTest vendor)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (vendor)
        {
            for (var place = 0L; place < Math.Min(100, vendor.Host.Customers.Everybody.Count); place++)
                hash.AppendData((await vendor.GetAsync(vendor.PathOf(vendor.Id(place)))).Body);
            for (var page = 0; vendor.List is not null && page < 3; page++)
                hash.AppendData((await vendor.GetAsync(vendor.PageTarget(page, 0))).Body);
            hash.AppendData((await vendor.GetAsync(vendor.PathOf("-1,5"))).Body);
            hash.AppendData((await vendor.GetAsync("/İıIi")).Body);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }
}
