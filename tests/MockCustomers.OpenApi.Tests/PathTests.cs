using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Tests;

public class PathTests
{
    private const string Ok = "responses: { '200': { description: fine } }";

    [Fact]
    public void Operations_come_in_the_order_of_the_spec_with_their_ids_and_pointers()
    {
        var operations = Reading.Fine(Reading.PathsText($$"""
            /z: { summary: not one, post: { operationId: make, summary: Makes one, x-source: pub, {{Ok}} }, get: { {{Ok}} } }
            /a/{id}: { parameters: [{ name: id, in: path, required: true, schema: {} }], delete: { {{Ok}} } }
            """)).Operations;
        operations.Select(operation => operation.Id).ShouldBe(["make", "get /z", "delete /a/{id}"]);
        operations.Select(operation => operation.Method).ShouldBe(["POST", "GET", "DELETE"]);
        operations.Select(operation => operation.Pointer).ShouldBe(["/paths/~1z/post", "/paths/~1z/get", "/paths/~1a~1{id}/delete"]);
        operations[0].Summary.ShouldBe("Makes one");
        operations[0].Source.ShouldBe(new SourceTag("pub", null));
    }

    [Fact]
    public void The_parameters_of_a_path_are_those_of_its_operations_whose_own_win()
    {
        var parameters = Reading.Fine(Reading.PathsText($$"""
            /a/{id}:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string }, x-source: { tag: seed, from: page } }
                - { name: limit, in: query, schema: { type: integer } }
                - { name: X-Key, in: header, required: true, schema: { type: string } }
              get:
                parameters:
                  - { name: x-key, in: header, schema: { type: integer } }
                  - { name: id, in: query, schema: { type: boolean } }
                {{Ok}}
            """)).Operations[0].Parameters;
        parameters.Select(p => (p.Name, p.In, p.Required, p.Schema.Types)).ShouldBe(
        [
            ("id", ParameterLocation.Path, true, SchemaType.String),
            ("limit", ParameterLocation.Query, false, SchemaType.Integer),
            ("x-key", ParameterLocation.Header, false, SchemaType.Integer),
            ("id", ParameterLocation.Query, false, SchemaType.Boolean),
        ]);
        parameters.Select(p => p.Pointer).ShouldBe(
        [
            "/paths/~1a~1{id}/parameters/0", "/paths/~1a~1{id}/parameters/1",
            "/paths/~1a~1{id}/get/parameters/0", "/paths/~1a~1{id}/get/parameters/1",
        ]);
        parameters[0].Source.ShouldBe(new SourceTag("seed", "page"));
        parameters[0].Schema.Pointer.ShouldBe("/paths/~1a~1{id}/parameters/0/schema");
    }

    [Fact]
    public void A_shared_parameter_is_found_where_it_is_described()
    {
        var parameter = Reading.Fine($$"""
            openapi: 3.0.3
            info: { title: Test, version: '1' }
            paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/L' }], {{Ok}} } } }
            components: { parameters: { L: { name: limit, in: query, content: { application/json: { schema: { type: integer } } } } } }
            """).Operations[0].Parameters.ShouldHaveSingleItem();
        (parameter.Name, parameter.Pointer, parameter.Schema.Types).ShouldBe(("limit", "/components/parameters/L", SchemaType.Integer));
    }

    [Theory]
    [InlineData("/a: { get: { operationId: x, OK } }\n/b: { get: { operationId: x, OK } }", "/paths/~1b/get/operationId: the operationId 'x' is that of /paths/~1a/get too; give each operation its own")]
    [InlineData("/a/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: {} }], OK } }\n/a/{key}: { parameters: [{ name: key, in: path, required: true, schema: {} }] }", "/paths/~1a~1{key}: '/a/{key}' matches the same requests as '/a/{id}'; leave one of the two, with the operations of both")]
    [InlineData("/a/{id}: { get: { OK } }", "/paths/~1a~1{id}/get: the path's parameter 'id' is not described; describe it: { name: id, in: path, required: true }")]
    [InlineData("/a/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: {} }, { name: key, in: path, required: true, schema: {} }], OK } }", "/paths/~1a~1{id}/get/parameters/1: the path parameter 'key' is not in the path; one of: id")]
    [InlineData("a: { get: { OK } }\n/b: { get: { OK } }", "/paths/a: the path 'a' does not begin with a slash; write it as /a")]
    [InlineData("'/a/{id': { get: { OK } }\n/b: { get: { OK } }", "/paths/~1a~1{id: the braces of '/a/{id' do not pair; write a parameter as {name}")]
    [InlineData("/a: { get: { parameters: [{ name: q, in: query, schema: {} }, { name: q, in: query, schema: {} }], OK } }", "/paths/~1a/get/parameters/1: the Query parameter 'q' stands twice; leave one of the two")]
    [InlineData("/a: { get: { parameters: [{ name: q, in: nowhere, schema: {} }], OK } }", "/paths/~1a/get/parameters/0/in: 'nowhere' is not a place for a parameter; one of: path, query, header, cookie")]
    [InlineData("/a: { get: { parameters: [{ in: query, schema: {} }], OK } }", "/paths/~1a/get/parameters/0: the parameter has no name; give it one")]
    [InlineData("/a: { get: { x-source: { tag: page }, OK } }", "/paths/~1a/get/x-source/tag: unknown source 'page'; one of: seed, pub, 3rd, inf")]
    [InlineData("/a: { get: { x-source: guess, OK } }", "/paths/~1a/get/x-source: unknown source 'guess'; one of: seed, pub, 3rd, inf")]
    public void What_is_wrong_with_a_path_is_said_where_it_is(string paths, string complaint) =>
        Reading.Complaint(Reading.PathsText(paths.Replace("OK", Ok, StringComparison.Ordinal))).ShouldBe($"spec.yaml#{complaint}");

    [Fact]
    public void Version_3_2_adds_methods()
    {
        var contract = Reading.Fine($$"""
            openapi: 3.2.0
            info: { title: Test, version: '1' }
            paths: { /a: { query: { {{Ok}} }, additionalOperations: { COPY: { {{Ok}} } } } }
            """);
        contract.Operations.Select(operation => operation.Method).ShouldBe(["QUERY", "COPY"]);
        contract.Operations[1].Pointer.ShouldBe("/paths/~1a/additionalOperations/COPY");
    }
}
