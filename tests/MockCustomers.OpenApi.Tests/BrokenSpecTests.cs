using System.Text;
using System.Text.Json.Nodes;

namespace MockCustomers.OpenApi.Tests;

public class BrokenSpecTests
{
    private const string Info = "info: { title: Test, version: '1' }";

    [Theory]
    [InlineData("", "spec.yaml#: it is empty; write a YAML or JSON document")]
    [InlineData("[1]", "spec.yaml#: it is not a map; write an OpenAPI document, which begins with: openapi: 3.0.3")]
    [InlineData("just text", "spec.yaml#: it is not a map; write an OpenAPI document, which begins with: openapi: 3.0.3")]
    [InlineData("a: 1", "spec.yaml#: it is not an OpenAPI document: 'openapi' is missing; write: openapi: 3.0.3")]
    [InlineData("openapi: 4.0.0", "spec.yaml#/openapi: '4.0.0' is not a version that can be read; one of: 2.0 (swagger), 3.0.x, 3.1.x, 3.2.x (openapi)")]
    [InlineData("swagger: '1.2'", "spec.yaml#/swagger: '1.2' is not a version that can be read; one of: 2.0 (swagger), 3.0.x, 3.1.x, 3.2.x (openapi)")]
    [InlineData("openapi: [3]", "spec.yaml#/openapi: [3] is not a version that can be read; one of: 2.0 (swagger), 3.0.x, 3.1.x, 3.2.x (openapi)")]
    public void A_file_that_is_not_a_spec_gives_one_diagnostic(string text, string complaint)
    {
        Reading.Of(text).Contract.ShouldBeNull();
        Reading.Complaint(text).ShouldBe(complaint);
    }

    [Theory]
    [InlineData(Info, "spec.yaml#: it describes no operation; describe one: paths: { /customers: { get: … } }")]
    [InlineData(Info + "\npaths: {}", "spec.yaml#: it describes no operation; describe one: paths: { /customers: { get: … } }")]
    [InlineData(Info + "\npaths: []", "spec.yaml#/paths: [] is not a map; write a map: { }")]
    [InlineData(Info + "\npaths: { /a: 3 }", "spec.yaml#/paths/~1a: 3 is not a map; write a map: { }")]
    [InlineData(Info + "\npaths: { /a: { get: [] } }", "spec.yaml#/paths/~1a/get: [] is not a map; write a map: { }")]
    [InlineData(Info + "\npaths: { /a: { get: { responses: [] } } }", "spec.yaml#/paths/~1a/get/responses: [] is not a map; write a map: { }")]
    [InlineData(Info + "\npaths: { /a: { get: { responses: { '200': x } } } }", "spec.yaml#/paths/~1a/get/responses/200: 'x' is not a map; write a map: { }")]
    [InlineData(Info + "\npaths: { /a: { get: { parameters: {} } } }", "spec.yaml#/paths/~1a/get/parameters: {} is not a list; write a list: [ ]")]
    [InlineData(Info + "\npaths: { /a: { get: { operationId: 3 } } }", "spec.yaml#/paths/~1a/get/operationId: 3 is not a text; put it in quotes")]
    [InlineData(Info + "\nservers: {}\npaths: { /a: { get: {} } }", "spec.yaml#/servers: Expected list while parsing OpenApiServer; write it as the OpenAPI specification says")]
    [InlineData(Info + "\npaths: { /a: { gett: {}, get: {} } }", "spec.yaml#/paths/~1a/gett: OpenAPI has no 'gett' here; leave it out, or begin it with x-")]
    [InlineData("info: { title: Test }\npaths: { /a: { get: {} } }", "spec.yaml#/info: the version of the API is missing; write: info: { version: … }")]
    [InlineData("info: []\npaths: { /a: { get: {} } }", null)]
    public void What_has_the_wrong_shape_is_said_where_it_is(string text, string? complaint)
    {
        var found = Reading.Of($"openapi: 3.0.3\n{text}").Found;
        found.ShouldNotBeEmpty();
        if (complaint is not null) found.ShouldHaveSingleItem().ToString().ShouldBe(complaint);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() => Reading.Of($$"""
        openapi: 3.0.3
        {{Info}}
        typo: 1
        paths: { '/a/{id}': { get: { parameters: [{ $ref: '#/nowhere' }], responses: { '200': { description: d, content: { application/json: { schema: { type: date } } } } } } } }
        """).Found.Select(d => d.Pointer).ShouldBe(
        [
            "/paths/~1a~1{id}/get/parameters/0/$ref",
            "/paths/~1a~1{id}/get",
            "/paths/~1a~1{id}/get/responses/200/content/application~1json/schema/type",
            "/typo",
        ]);

    [Theory]
    [InlineData("spec.json")]
    [InlineData("spec.yaml")]
    public void No_mutation_of_a_spec_makes_the_reader_throw(string file)
    {
        var spec = Encoding.UTF8.GetBytes(VendorSpecs.Sample);
        var random = new Random(20261121);
        var refused = 0;
        for (var round = 0; round < 1_000; round++)
        {
            var mutant = spec.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                mutant[random.Next(mutant.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : spec[random.Next(spec.Length)];
            if (Reading.Of(mutant, file).Found.Count > 0) refused++;
        }
        refused.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void No_part_of_a_spec_that_is_something_else_makes_the_reader_throw()
    {
        var others = """[null, 3, -1.5, "x", "#/components/schemas/Customer", true, [], {}, [[]], { "a": { "b": 1 } }, { "$ref": "#/components/schemas/Customer" }, { "$ref": "#" }, { "$ref": "#/paths" }, { "$ref": "#/components/securitySchemes/key" }, { "$ref": "#/components/parameters/Id" }]""";
        var random = new Random(20261121);
        for (var round = 0; round < 1_000; round++)
        {
            var spec = JsonNode.Parse(VendorSpecs.Sample)!;
            if (round % 2 == 1) spec["openapi"] = "3.1.0";
            var holders = Holders(spec).ToList();
            for (var change = random.Next(1, 3); change > 0; change--)
            {
                var other = JsonNode.Parse(others)![random.Next(15)]?.DeepClone();
                var holder = holders[random.Next(holders.Count)];
                if (holder is JsonArray list) list[random.Next(list.Count)] = other;
                else holder[holder.AsObject().ElementAt(random.Next(holder.AsObject().Count)).Key] = other;
            }
            Should.NotThrow(() => Reading.Of(spec.ToJsonString(), "spec.json"), spec.ToJsonString());
        }

        static IEnumerable<JsonNode> Holders(JsonNode? node) => node switch
        {
            JsonObject { Count: > 0 } map => map.SelectMany(member => Holders(member.Value)).Prepend(map),
            JsonArray { Count: > 0 } list => list.SelectMany(Holders).Prepend(list),
            _ => [],
        };
    }

    [Fact]
    public void No_loss_of_a_part_of_a_spec_makes_the_reader_throw()
    {
        var spec = VendorSpecs.Sample;
        for (var at = 0; at < spec.Length; at += 7)
        {
            Reading.Of(spec[..at], "spec.json").Found.ShouldNotBeEmpty();
            Should.NotThrow(() => Reading.Of(spec.Remove(at, Math.Min(11, spec.Length - at)), "spec.yaml"));
        }
    }
}
