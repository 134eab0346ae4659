using System.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace MockCustomers.OpenApi.Tests;

/// <summary>What Microsoft.OpenApi's model cannot tell of a schema, and why schemas are read from JSON (ADR 19). One that fails is good news: less to do ourselves.</summary>
public class ModelLimitsTests
{
    [Fact]
    public void What_stands_beside_a_ref_is_dropped_in_3_0()
    {
        var property = Schema("""{ "type": "object", "properties": { "p": { "$ref": "#/components/schemas/B", "nullable": true, "x-source": "pub" } } }""").Properties!["p"];

        property.Type.ShouldBe(JsonSchemaType.Object);
        property.Extensions.ShouldBeNull();
    }

    [Fact]
    public void A_length_that_is_not_a_number_stops_reading_the_document() =>
        Should.Throw<FormatException>(() => Schema("""{ "type": "string", "minLength": "abc" }"""));

    [Fact]
    public void A_negative_length_is_taken() => Schema("""{ "type": "string", "minLength": -1 }""").MinLength.ShouldBe(-1);

    [Fact]
    public void A_false_schema_stops_reading_the_document() =>
        Should.Throw<NullReferenceException>(() => Schema("""{ "type": "object", "properties": { "p": false } }""", "3.1.0"));

    [Fact]
    public void A_ref_without_a_target_is_only_a_warning()
    {
        var diagnostic = Read("""{ "type": "object", "properties": { "p": { "$ref": "#/components/schemas/Nobody" } } }""", "3.0.3").Diagnostic!;

        diagnostic.Errors.ShouldBeEmpty();
        diagnostic.Warnings.Count.ShouldBe(1);
    }

    private static IOpenApiSchema Schema(string json, string version = "3.0.3") => Read(json, version).Document!.Components!.Schemas!["A"];

    private static ReadResult Read(string schema, string version)
    {
        var spec = $$"""
            { "openapi": "{{version}}", "info": { "title": "t", "version": "1" }, "paths": { },
              "components": { "schemas": { "B": { "type": "object" }, "A": {{schema}} } } }
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(spec));
        return OpenApiDocument.Load(stream, "json");
    }
}
