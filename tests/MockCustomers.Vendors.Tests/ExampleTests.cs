using MockCustomers.Exchange;

namespace MockCustomers.Vendors.Tests;

public sealed class ExampleTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly SandboxOptions Few = new() { Population = 50 };

    public static TheoryData<string> WithExamples => Manifests.Where(v => Examples.Of(v.Vendor.Name).Count > 0);

    public static TheoryData<string> WithExamplesAndList => Manifests.Where(v => v.List is not null && Examples.Of(v.Vendor.Name).Count > 0);

    [Theory, MemberData(nameof(WithExamples))]
    public async Task A_documented_example_is_served_under_its_id_byte_for_byte(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var example in Examples.Of(vendor))
        {
            var id = example[tested.Manifest.Customer.Id.Field!]!.GetValue<string>();
            var served = tested.Customer(await tested.GetAsync(tested.PathOf(id)));
            served.ShouldBe(PlainJson.Text(example));
        }
    }

    [Theory, MemberData(nameof(WithExamplesAndList))]
    public async Task A_documented_example_stands_in_the_list(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor, Few);
        var listed = tested.Customers(await tested.GetAsync(tested.PageTarget(0, tested.Sizes[^1])));
        foreach (var example in Examples.Of(vendor)) listed.ShouldContain(PlainJson.Text(example));
    }

    [Fact]
    public void There_are_documented_examples()
    {
        WithExamples.Count.ShouldBeGreaterThanOrEqualTo(3);
        WithExamplesAndList.Count.ShouldBeGreaterThanOrEqualTo(3);
        Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "fixtures")).Sum(folder => Examples.Of(Path.GetFileName(folder)).Count).ShouldBeGreaterThan(3);
    }
}
