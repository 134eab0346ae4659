using MockCustomers.Contracts;

namespace MockCustomers.OpenApi.Tests;

/// <summary>Bodies, responses, servers and security.</summary>
public class ExchangeTests
{
    [Fact]
    public void The_body_of_an_operation_is_its_first_JSON_one()
    {
        var body = Operation("""
            requestBody:
              required: true
              content:
                multipart/form-data: { schema: { type: string } }
                application/merge-patch+json: { schema: { type: object } }
                application/json: { schema: { type: array, items: {} } }
            responses: { '200': { description: fine } }
            """).Body.ShouldNotBeNull();
        (body.Required, body.MediaType, body.Schema.Types).ShouldBe((true, "application/merge-patch+json", SchemaType.Object));
        body.Pointer.ShouldBe("/paths/~1a/post/requestBody");
        body.Schema.Pointer.ShouldBe("/paths/~1a/post/requestBody/content/application~1merge-patch+json/schema");
    }

    [Fact]
    public void A_form_is_not_read_as_a_body() => Operation("""
        requestBody: { content: { multipart/form-data: { schema: { type: string } } } }
        responses: { '200': { description: fine } }
        """).Body.ShouldBeNull();

    [Fact]
    public void Responses_are_read_with_their_example_and_the_names_of_their_headers()
    {
        var responses = Operation("""
            responses:
              default: { description: else }
              '404': { description: gone, x-source: inf, content: { text/html: {}, application/problem+json; charset=utf-8: { example: { a: null } } } }
              '200':
                description: fine
                headers: { X-Total: { schema: { type: integer } }, Link: { schema: { type: string } } }
                content: { '*/*': { schema: { type: object }, examples: { one: { value: { n: 1.0 } }, two: { value: 2 } } } }
              5XX: { description: broken }
            """).Responses;
        responses.Select(r => (r.Status, r.MediaType)).ShouldBe(
            [(0, null), (404, "application/problem+json; charset=utf-8"), (200, "application/json"), (500, null)]);
        responses[1].Example!.ToJsonString().ShouldBe("""{"a":null}""");
        responses[1].Source.ShouldBe(new SourceTag("inf", null));
        responses[2].Example!.ToJsonString().ShouldBe("""{"n":1.0}""");
        responses[2].Headers.ShouldBe(["X-Total", "Link"]);
        responses[2].Schema!.Types.ShouldBe(SchemaType.Object);
    }

    [Fact]
    public void A_status_that_is_none_is_a_diagnostic() =>
        Reading.Complaint(Reading.PathsText("/a: { get: { responses: { '999': { description: what } } } }"))
            .ShouldBe("spec.yaml#/paths/~1a/get/responses/999: '999' is not a status; write 100 to 599, 1XX to 5XX or default");

    [Theory]
    [InlineData("[]", "")]
    [InlineData("[{ url: https://api.example.com }]", "")]
    [InlineData("[{ url: https://api.example.com/v1/ }, { url: https://other.example.com/v2 }]", "/v1")]
    [InlineData("[{ url: '/v1?x=1' }]", "/v1")]
    [InlineData("[{ url: '{scheme}://api.example.com/{v}/x', variables: { scheme: { default: https }, v: { default: v9 } } }]", "/v9/x")]
    public void The_base_path_is_the_path_of_the_first_server(string servers, string path) =>
        Reading.Fine($"servers: {servers}\n{Reading.PathsText("/a: { get: { responses: {} } }")}").BasePath.ShouldBe(path);

    [Fact]
    public void A_server_variable_without_a_default_is_a_diagnostic() =>
        Reading.Complaint($"servers: [{{ url: 'https://example.com/{{v}}' }}]\n{Reading.PathsText("/a: { get: { responses: {} } }")}")
            .ShouldBe("spec.yaml#/servers/0: a variable of 'https://example.com/{v}' has no default; describe it among the server's variables, with a default");

    [Fact]
    public void An_operation_is_open_by_its_own_security_or_else_by_that_of_the_spec()
    {
        var contract = Reading.Fine($$"""
            {{Reading.PathsText("""
                /a: { get: { responses: {} }, put: { security: [], responses: {} }, post: { security: [{ b: [] }], responses: {} }, patch: { security: [{}, { b: [] }], responses: {} } }
                """)}}
            security: [{ k: [] }]
            components: { securitySchemes: { k: { type: apiKey, in: header, name: X-Key }, b: { type: http, scheme: Bearer }, o: { type: openIdConnect, openIdConnectUrl: 'https://example.com' } } }
            """);
        contract.Operations.Select(operation => operation.IsOpen).ShouldBe([false, true, false, true]);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("security: []", true)]
    [InlineData("security: [{}]", true)]
    public void A_spec_that_says_nothing_of_security_leaves_it_to_the_manifest(string security, bool isOpen) =>
        Reading.Fine($"{Reading.PathsText("/a: { get: { responses: {} } }")}\n{security}").Operations[0].IsOpen.ShouldBe(isOpen);

    [Fact]
    public void A_security_scheme_that_is_not_described_is_a_diagnostic() =>
        Reading.Complaint(Reading.PathsText("/a: { get: { security: [{ key: [] }], responses: {} } }"))
            .ShouldBe("spec.yaml#/paths/~1a/get/security/0/key: the security scheme 'key' is not described; describe it in components");

    private static Operation Operation(string members) =>
        Reading.Fine(Reading.PathsText($"/a:\n  post:\n    {members.Replace("\n", "\n    ", StringComparison.Ordinal)}")).Operations[0];
}
