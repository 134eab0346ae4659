using System.Text.Json.Nodes;
using MockCustomers.Server;

namespace MockCustomers.Vendors.Tests;

/// <summary>That the one more vendor is under test, and how it came to be: all other theories run it by themselves.</summary>
public sealed class SixthVendorTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    [Fact]
    public async Task A_copy_of_the_template_is_served_beside_the_others()
    {
        var shipped = SandboxFolder.Names(Vendors.Shipped);
        shipped.ShouldNotContain(Vendors.Sixth);
        var sandbox = await shared.SandboxAsync();
        sandbox.Vendors.ShouldBe([.. shipped.Append(Vendors.Sixth).Order(StringComparer.Ordinal)]);
        using var control = sandbox.ControlClient();
        var cards = JsonNode.Parse(await control.GetStringAsync("__admin/vendors"))!.AsArray();
        cards.ShouldContain(card => card!["name"]!.GetValue<string>() == Vendors.Sixth);
    }

    [Fact]
    public async Task It_is_a_vendor_of_its_own()
    {
        using var sixth = await shared.VendorAsync(Vendors.Sixth);
        foreach (var name in SandboxFolder.Names(Vendors.Shipped))
        {
            using var other = await shared.VendorAsync(name);
            other.Id(0).ShouldNotBe(sixth.Id(0));
        }
    }

    [Fact]
    public void It_was_made_of_the_template_and_nothing_else()
    {
        var template = Path.Combine(Vendors.Shipped, "_template");
        foreach (var file in Directory.GetFiles(template))
            if (Path.GetFileName(file) != "vendor.yaml")
                File.ReadAllBytes(Path.Combine(Vendors.Specs, Vendors.Sixth, Path.GetFileName(file))).ShouldBe(File.ReadAllBytes(file));
    }

    [Fact]
    public void No_vendor_that_ships_is_named_in_these_tests()
    {
        var names = SandboxFolder.Names(Vendors.Shipped);
        var sources = Directory.GetFiles(Vendors.Sources(), "*.cs", SearchOption.AllDirectories);
        sources.Length.ShouldBeGreaterThan(10);
        foreach (var source in sources)
            foreach (var name in names)
                File.ReadAllText(source).ShouldNotContain($"\"{name}\"", Case.Insensitive, source);
    }
}
