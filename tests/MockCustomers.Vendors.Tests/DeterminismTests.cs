using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

public sealed class DeterminismTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly SandboxOptions Thousand = new() { Population = 1037 };
    private static readonly ConcurrentDictionary<SharedSandbox, Task<IReadOnlyList<string>>> Here = new();

    [Fact]
    public async Task Two_sandboxes_of_one_seed_serve_the_same_bytes()
    {
        var one = await shared.SandboxAsync(Thousand);
        await using var other = await Sandbox.StartAsync(o => o.With(_ => one.Settings));
        foreach (var vendor in one.Vendors)
            (await HashAsync(other, vendor)).ShouldBe(await HashAsync(one, vendor), vendor);
    }

    [Theory]
    [InlineData("tr-TR", "1,5")]
    [InlineData("ar-SA", null)]
    [InlineData("th-TH", "1.5")]
    [InlineData("de-DE", "1,5")]
    public async Task Another_process_in_another_culture_serves_the_same_bytes(string culture, string? oneAndAHalf)
    {
        var lines = await ElsewhereAsync(Thousand, culture);
        lines[0].ShouldEndWith(culture);
        if (oneAndAHalf is not null) lines[0].ShouldContain($" {oneAndAHalf} ");
        lines.Skip(1).ShouldBe(await Here.GetOrAdd(shared, HashesAsync));
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Another_seed_gives_other_customers(string vendor)
    {
        using var one = await shared.VendorAsync(vendor, Thousand);
        using var other = await shared.VendorAsync(vendor, Thousand with { Seed = new Seed("another") });
        for (var number = 0; number < 100; number++)
        {
            other.Host.Customers.Ids.Of(number).ShouldNotBe(one.Host.Customers.Ids.Of(number));
            (await other.GetAsync(other.PathOf(one.Host.Customers.Ids.Of(number)))).Status.ShouldBe(404);
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Another_population_leaves_every_customer_as_it_is(string vendor)
    {
        using var few = await shared.VendorAsync(vendor, Thousand);
        using var many = await shared.VendorAsync(vendor, Thousand with { Population = 1_000_000_000_000 });
        foreach (var number in new[] { 0, 1, 49, 50, 51, 500, 1000 })
        {
            var path = few.PathOf(few.Host.Customers.Ids.Of(number));
            (await many.GetAsync(path)).Text.ShouldBe((await few.GetAsync(path)).Text);
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task No_two_of_a_thousand_customers_are_the_same(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, Thousand);
        var seen = new HashSet<string>();
        foreach (var place in Enumerable.Range(0, 1000))
        {
            var customer = JsonNode.Parse(tested.Customer(await tested.GetAsync(tested.PathOf(tested.Id(place)))))!;
            customer[tested.Manifest.Customer.Id.Field!] = null;
            seen.Add(customer.ToJsonString()).ShouldBeTrue(customer.ToJsonString());
        }
    }

    /// <summary>What the other process is to print of each vendor.</summary>
    private static async Task<IReadOnlyList<string>> HashesAsync(SharedSandbox shared)
    {
        var sandbox = await shared.SandboxAsync(Thousand);
        var lines = new List<string>();
        foreach (var vendor in sandbox.Vendors.Where(vendor => vendor != Vendors.Sixth)) lines.Add($"{vendor} {await HashAsync(sandbox, vendor)}");
        lines.ShouldNotBeEmpty();
        return lines;
    }

    private static Task<string> HashAsync(Sandbox sandbox, string vendor) => Program.HashAsync(new VendorUnderTest(sandbox.Host(vendor)));

    /// <summary>What the program prints in a process of its own, with ICU's cultures.</summary>
    private static async Task<string[]> ElsewhereAsync(SandboxOptions options, string culture)
    {
        var assembly = typeof(Program).Assembly.Location;
        var own = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(assembly, ".runtimeconfig.json")))!;
        own["runtimeOptions"]!["configProperties"]!["System.Globalization.Invariant"] = false;
        using var folder = new TemporaryFolder();
        var runtimeConfig = folder.Write(own.ToJsonString(), "icu.runtimeconfig.json");
        using var program = new OtherProgram(
            AppContext.BaseDirectory, null, "dotnet", "exec", "--runtimeconfig", runtimeConfig, "--depsfile", Path.ChangeExtension(assembly, ".deps.json"), assembly,
            Program.Hashes, options.Seed.Text, $"{options.Population}", culture);
        (await program.EndAsync()).ExitCode.ShouldBe(0, program.Told);
        return program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
