using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Tests;

public class SwaggerTests
{
    private static readonly Contract Contract = Reading.Fine("""
        swagger: '2.0'
        info: { title: Old, version: 1.10 }
        host: api.example.com
        basePath: /v1/
        schemes: [https]
        consumes: [application/xml, application/json]
        produces: [application/json]
        security: [{ key: [] }]
        securityDefinitions: { key: { type: apiKey, in: query, name: key }, user: { type: basic } }
        parameters: { Limit: { name: limit, in: query, type: integer, maximum: 5, x-source: 3rd } }
        paths:
          /a/{id}:
            parameters: [{ $ref: '#/parameters/Limit' }]
            post:
              operationId: make
              parameters:
                - { name: body, in: body, required: true, schema: { $ref: '#/definitions/Thing' } }
                - { name: id, in: path, required: true, type: string, enum: [a, b] }
                - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: csv }
              responses:
                '200': { description: fine, schema: { $ref: '#/definitions/Thing' }, headers: { X-Total: { type: integer } }, examples: { application/json: { z: 1 } } }
                '204': { description: nothing }
        definitions:
          Thing: { type: object, required: [z], properties: { z: { type: string, x-nullable: true }, a: { type: integer } } }
        """);

    private static readonly Operation Make = Contract.Operations.ShouldHaveSingleItem();

    [Fact]
    public void A_document_of_2_0_has_the_same_parts() =>
        (Contract.Title, Contract.Version, Contract.BasePath, Make.Id, Make.IsOpen).ShouldBe(("Old", "1.10", "/v1", "make", false));

    [Fact]
    public void Its_body_parameter_is_the_body()
    {
        var body = Make.Body.ShouldNotBeNull();
        (body.Required, body.MediaType, body.Schema.Name).ShouldBe((true, "application/json", "Thing"));
        body.Pointer.ShouldBe("/paths/~1a~1{id}/post/parameters/0");
    }

    [Fact]
    public void Its_parameters_are_their_own_schemas()
    {
        Make.Parameters.Select(p => (p.Name, p.Required, p.Schema.Types, p.Pointer)).ShouldBe(
        [
            ("limit", false, SchemaType.Integer, "/parameters/Limit"),
            ("id", true, SchemaType.String, "/paths/~1a~1{id}/post/parameters/1"),
            ("tags", false, SchemaType.Array, "/paths/~1a~1{id}/post/parameters/2"),
        ]);
        Make.Parameters[0].Schema.Maximum.ShouldBe(5);
        Make.Parameters[0].Source.ShouldBe(new SourceTag("3rd", null));
        Make.Parameters[1].Schema.Enum.Count.ShouldBe(2);
    }

    [Fact]
    public void Its_responses_have_their_schema_beside_them()
    {
        var fine = Make.Success.ShouldNotBeNull();
        (fine.MediaType, fine.Schema!.Pointer, fine.Example!.ToJsonString()).ShouldBe(("application/json", "/definitions/Thing", """{"z":1}"""));
        fine.Headers.ShouldBe(["X-Total"]);
        Make.Responses[1].MediaType.ShouldBeNull();
    }

    [Fact]
    public void Its_definitions_are_the_named_schemas()
    {
        var thing = Contract.Schemas["Thing"];
        thing.Properties.Select(property => property.Name).ShouldBe(["z", "a"]);
        thing.Property("z")!.Nullable.ShouldBeTrue();
    }
}
