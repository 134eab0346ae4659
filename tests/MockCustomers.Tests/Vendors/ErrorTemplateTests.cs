using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Templates;
using MockCustomers.Vendors;

namespace MockCustomers.Tests.Vendors;

public sealed class ErrorTemplateTests : IDisposable
{
    private readonly JsonBuffer output = new();

    public void Dispose() => output.Dispose();

    [Theory]
    [InlineData("""{"message": "{message}", "code": "{code}", "status": "{status}"}""", """{"message":"Nobody","code":"none","status":404}""")]
    [InlineData("\"no customer\"", "no customer")]
    public void A_refusal_that_says_nothing_of_its_request_is_rendered_once(string body, string expected)
    {
        var errors = Errors(body, "Nobody");
        var first = errors.Render(new Fault(FaultKind.NoSuchCustomer) { Id = "1" }, Request("GET", "/customers/1"), null);
        output.Clear();
        output.Raw("overwritten, and longer than what stood there before, as the next reply may be"u8);
        output.Clear();
        var second = errors.Render(new Fault(FaultKind.NoSuchCustomer) { Id = "2" }, Request("DELETE", "/customers/2"), null);
        second.ShouldBeSameAs(first);
        Text(second).ShouldBe(expected);
    }

    [Theory]
    [InlineData("{id}", "1", "2")]
    [InlineData("{path}", "/customers/1", "/customers/2")]
    [InlineData("{method}", "GET", "DELETE")]
    [InlineData("{detail}", "of 1", "of 2")]
    [InlineData("{field}", "field1", "field2")]
    [InlineData("{value}", "value1", "value2")]
    [InlineData("{limit}", "limit1", "limit2")]
    public void What_a_refusal_says_of_its_request_is_rendered_for_each(string placeholder, string first, string second)
    {
        foreach (var errors in new[] { Errors($$"""{"said": "{{placeholder}}"}""", null), Errors("""{"said": "{message}"}""", placeholder) })
        {
            Said(errors, "1", "GET").ShouldBe(first);
            Said(errors, "2", "DELETE").ShouldBe(second);
        }
    }

    [Fact]
    public void A_variant_is_that_of_each_requests_first_violation()
    {
        var variants = new Dictionary<string, FaultWording> { ["field2.format"] = Wording("""{"said": "another"}""", null) };
        var errors = Errors(Wording("""{"said": "one"}""", null) with { Variants = variants });
        Said(errors, "1", "GET").ShouldBe("one");
        Said(errors, "2", "GET").ShouldBe("another");
        Said(errors, "1", "GET").ShouldBe("one");
    }

    [Fact]
    public void The_methods_of_a_path_are_those_of_each_request()
    {
        var errors = Errors("""{"said": "no"}""", null);
        foreach (var allow in new[] { "GET", "POST", "GET" })
        {
            output.Clear();
            errors.Render(new Fault(FaultKind.MethodNotAllowed) { Allow = allow }, Request("PUT", "/"), null).Headers.ShouldBe([KeyValuePair.Create("Allow", allow)]);
        }
    }

    private static ErrorTemplate Errors(string body, string? message) => Errors(Wording(body, message));

    private static ErrorTemplate Errors(FaultWording wording)
    {
        var faults = new FaultMap<FaultWording>();
        foreach (var kind in FaultKinds.All) faults[kind] = wording;
        return new ErrorTemplate(faults, new Dictionary<string, FaultMap<FaultWording>>(), new Dictionary<int, FaultWording>(), wording);
    }

    private static FaultWording Wording(string body, string? message) => new(
        404, message is null ? null : new TextTemplate(message), "none", new BodyTemplate(JsonNode.Parse(body)), "application/json", [],
        new ViolationTexts(ViolationStyle.First, new Dictionary<string, TextTemplate>(), new Dictionary<string, string>(), new Dictionary<string, string>(), null));

    private string Said(ErrorTemplate errors, string number, string method)
    {
        output.Clear();
        var violation = new Violation("/query/field" + number, "field" + number, "format", "limit" + number, "value" + number);
        var fault = new Fault(FaultKind.InvalidParameter) { Id = number, Detail = "of " + number, Violations = [violation] };
        return (string)JsonNode.Parse(Text(errors.Render(fault, Request(method, "/customers/" + number), null)))!["said"]!;
    }

    private Request Request(string method, string target) => new(method, target, NoHeaders.Instance, default, output);

    private static string Text(Reply reply) => Encoding.UTF8.GetString(reply.Body.Span);
}
