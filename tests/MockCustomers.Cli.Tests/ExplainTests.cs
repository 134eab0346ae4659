using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>explain tells where each field comes from.</summary>
public sealed class ExplainTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_field_has_a_line_that_names_the_manifest_or_the_spec(string vendor)
    {
        using var customer = await Command.RunAsync("generate", "--vendor", vendor, "--count", "1");

        using var ended = await Command.RunAsync("explain", vendor, await fixture.IdAsync(vendor));

        ended.ExitCode.ShouldBe(0);
        ended.Output.ShouldStartWith("field ");
        ended.Output.ShouldNotContain('\u001b');
        foreach (var field in JsonNode.Parse(customer.Output)!.AsObject()) ended.Output.ShouldMatch($@"(?m)^/{field.Key}[ /].* {vendor}/[\w.]+#/");
    }

    [Fact]
    public async Task An_unknown_id_exits_with_1()
    {
        using var ended = await Command.RunAsync("explain", Vendors.First, "nobody");

        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldContain("'nobody'");
    }
}
