namespace MockCustomers.OpenApi.Tests;

public class ReferenceTests
{
    [Theory]
    [InlineData("#/components/schemas/Custmer", "'#/components/schemas/Custmer' leads nowhere; one of: Customer, A")]
    [InlineData("#/nowhere/at/all", "'#/nowhere/at/all' leads nowhere; refer to something in this document: #/…")]
    [InlineData("#anchor", "'#anchor' leads nowhere; refer to something in this document: #/…")]
    [InlineData("#/components/schemas/A", "'#/components/schemas/A' leads back to itself; refer to something that is described")]
    [InlineData("https://example.com/a.json#/A", "'https://example.com/a.json#/A' is in another document, and nothing is fetched; copy what it names into this one and refer to it there: #/…")]
    [InlineData("other.yaml", "'other.yaml' is in another document, and nothing is fetched; copy what it names into this one and refer to it there: #/…")]
    public void A_reference_that_cannot_be_followed_is_a_diagnostic(string reference, string complaint) =>
        Reading.Complaint(Reading.SchemasText($$"""
            Customer: { type: object }
            A: { $ref: '{{reference}}' }
            """)).ShouldBe($"spec.yaml#/components/schemas/A/$ref: {complaint}");

    [Fact]
    public void A_circle_of_references_is_a_diagnostic_for_each() =>
        Reading.Of(Reading.SchemasText("A: { $ref: '#/components/schemas/B' }\nB: { $ref: '#/components/schemas/A' }"))
            .Found.Select(d => d.Pointer).ShouldBe(["/components/schemas/A/$ref", "/components/schemas/B/$ref"]);

    [Fact]
    public void A_reference_that_nothing_uses_is_checked_too() =>
        Reading.Complaint("""
            openapi: 3.0.3
            info: { title: Test, version: '1' }
            paths: { /a: { get: { responses: { '200': { description: fine } } } } }
            components: { responses: { Unused: { $ref: '#/components/responses/Gone' } } }
            """).ShouldStartWith("spec.yaml#/components/responses/Unused/$ref: '#/components/responses/Gone' leads nowhere");

    [Fact]
    public void What_only_looks_like_a_reference_is_none() => Reading.WithSchemas("""
        A:
          type: object
          properties: { $ref: { type: string }, example: { type: string }, default: { type: string } }
          example: { $ref: gone.json }
          default: { $ref: gone.json }
          x-note: { $ref: gone.json }
        """).Schemas["A"].Properties.Count.ShouldBe(3);

    [Fact]
    public void Properties_called_like_words_of_OpenAPI_are_looked_into() =>
        Reading.Complaint(Reading.SchemasText("A: { type: object, properties: { example: { $ref: gone.json } } }"))
            .ShouldStartWith("spec.yaml#/components/schemas/A/properties/example/$ref: ");
}
