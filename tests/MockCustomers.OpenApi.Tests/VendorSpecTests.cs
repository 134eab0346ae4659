using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.OpenApi.Tests;

/// <summary>The specs of this repository, compared with their own JSON.</summary>
public class VendorSpecTests
{
    [Fact]
    public void The_sample_is_in_order() => Reading.Of(VendorSpecs.Sample, "sample.json").Found.ShouldBeEmpty();

    [Theory, MemberData(nameof(VendorSpecs.All), MemberType = typeof(VendorSpecs))]
    public void A_vendors_spec_reads_without_a_diagnostic(string vendor) => Read(vendor).Found.ShouldBeEmpty();

    [Theory, MemberData(nameof(VendorSpecs.All), MemberType = typeof(VendorSpecs))]
    public void Every_operation_of_a_vendor_is_found(string vendor)
    {
        var contract = Read(vendor).Contract.ShouldNotBeNull();
        contract.Operations.Count.ShouldBeGreaterThan(0);
        contract.Operations.Select(operation => (operation.Method, operation.Path)).ShouldBe(
            Json(vendor)["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
                .Where(member => member.Key is "get" or "put" or "post" or "delete" or "patch")
                .Select(member => (member.Key.ToUpperInvariant(), path.Key))));
        contract.Operations.ShouldAllBe(operation => operation.Success != null);
    }

    [Theory, MemberData(nameof(VendorSpecs.All), MemberType = typeof(VendorSpecs))]
    public void The_properties_of_a_vendor_keep_their_order(string vendor)
    {
        var contract = Read(vendor).Contract.ShouldNotBeNull();
        var schemas = Json(vendor)["components"]!["schemas"]!.AsObject();
        contract.Schemas.Keys.ShouldBe(schemas.Select(schema => schema.Key));
        foreach (var (name, schema) in schemas.Where(schema => schema.Value!["properties"] is not null && schema.Value["allOf"] is null))
            contract.Schemas[name].Properties.Select(p => p.Name).ShouldBe(schema!["properties"]!.AsObject().Select(p => p.Key));
    }

    [Theory, MemberData(nameof(VendorSpecs.All), MemberType = typeof(VendorSpecs))]
    public void A_vendors_spec_says_the_same_in_YAML(string vendor)
    {
        var content = VendorSpecs.Read(vendor);
        Text(Reading.Of(content, "spec.yaml")).ShouldBe(Text(Reading.Of(content, "spec.json")));

        static string Text(Reading reading)
        {
            reading.Found.ShouldBeEmpty();
            return JsonSerializer.Serialize(reading.Contract! with { File = "" });
        }
    }

    [Theory, MemberData(nameof(VendorSpecs.All), MemberType = typeof(VendorSpecs))]
    public void A_contract_knows_its_file(string vendor)
    {
        Read(vendor).Contract.ShouldNotBeNull().File.ShouldBe($"{vendor}/openapi.json");
    }

    [Fact]
    public void Specs_are_read_by_many_threads_at_once()
    {
        var expected = JsonSerializer.Serialize(Reading.Of(VendorSpecs.Sample, "sample.json").Contract);
        var texts = new string[200];
        Parallel.For(0, texts.Length, n => texts[n] = JsonSerializer.Serialize(Reading.Of(VendorSpecs.Sample, "sample.json").Contract));
        texts.ShouldAllBe(text => text == expected);
    }

    private static Reading Read(string vendor) => Reading.Of(VendorSpecs.Read(vendor), $"{vendor}/openapi.json");

    private static JsonNode Json(string vendor) => JsonNode.Parse(VendorSpecs.Read(vendor))!;
}
