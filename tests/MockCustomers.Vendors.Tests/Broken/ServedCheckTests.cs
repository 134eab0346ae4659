using MockCustomers.Server;

namespace MockCustomers.Vendors.Tests.Broken;

/// <summary>What is served is judged by the spec, and what is meant to break it is not.</summary>
public sealed class ServedCheckTests
{
    private const string Manifest = "specs/acme/vendor.yaml";
    private const string Spec = "specs/acme/openapi.json";

    [Fact]
    public async Task Every_operation_of_every_vendor_is_tried()
    {
        var vendors = await SandboxFolder.CheckAsync(new SandboxSettings { Specs = Vendors.Shipped, Fixtures = Path.Combine(Vendors.Shipped, "..", "fixtures") });
        vendors.Select(v => v.Name).ShouldBe(SandboxFolder.Names(Vendors.Shipped));
        vendors.ShouldAllBe(v => v.Operations > 0 && v.Untried.Count == 0);
    }

    [Fact]
    public void A_documented_example_may_break_its_description_got_and_listed()
    {
        using var folder = BrokenFolder.Of();
        folder.Break("fixtures/acme/customers.json", "\"phone\": null", "\"phone\": 5");
        folder.Told().ShouldBeEmpty();
    }

    [Fact]
    public void No_other_file_breaks_the_same_rule()
    {
        using var folder = BrokenFolder.Of();
        folder.Break("fixtures/acme/customers.json", "ann@example.com", "no e-mail");
        folder.Break(Manifest, "email: email", "email: phone");
        folder.Told().ShouldHaveSingleItem().ShouldContain("format at '/email'");
    }

    [Fact]
    public void A_quirk_may_break_the_spec_and_its_neighbours_may_not()
    {
        using var folder = BrokenFolder.Of();
        folder.Break(Manifest, "mappings:", "  quirks: [{field: email, share: 20, as: {fact: phone}}]\nmappings:");
        folder.Told().ShouldBeEmpty();
        folder.Break(Spec, "\"name\": {\"type\": \"string\"}", "\"name\": {\"type\": \"integer\"}");
        folder.Told().ShouldHaveSingleItem().ShouldContain("type at '/name'");
    }

    [Fact]
    public async Task An_operation_without_a_sample_body_is_named()
    {
        using var folder = BrokenFolder.Of();
        folder.Break(Spec, "\"NewCustomer\": {", "\"NewCustomer\": {\n        \"required\": [\"name\"],");
        folder.Break(Spec, "\"maxLength\": 100", "\"pattern\": \"^[0-9]{3}-[A-F]$\"");
        var acme = (await SandboxFolder.CheckAsync(folder.Settings)).Single(v => v.Name == "acme");
        acme.Untried.ShouldBe([
            "createCustomer: the spec has no example of its body, and none could be made",
            "updateCustomer: the spec has no example of its body, and none could be made",
        ]);
    }
}
