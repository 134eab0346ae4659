using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>Where the token of the control port comes from, and where it is shown.</summary>
public sealed class AdminTokenTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private const string Given = "a-token-that-was-given";

    [Fact]
    public async Task Off_loopback_a_token_is_made_and_printed_once_and_health_needs_none()
    {
        using var sandbox = await RunningSandbox.StartAsync("--host", "0.0.0.0", "--vendor", Vendors.First, "--log", "json");

        (await StatusAsync(sandbox, null)).ShouldBe(HttpStatusCode.Unauthorized);
        using var healthy = await Command.RunAsync("healthcheck", "--url", sandbox.Control);
        healthy.ExitCode.ShouldBe(0);
        var output = sandbox.Command.Output;
        var token = (string)JsonNode.Parse(output.Split('\n')[0])!["adminToken"]!;
        output.Split(token).Length.ShouldBe(2);
        (await StatusAsync(sandbox, token)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task For_people_it_is_printed_beside_the_control_port()
    {
        using var sandbox = await RunningSandbox.StartAsync("--host", "0.0.0.0", "--vendor", Vendors.First);
        var ended = await sandbox.Command.StopAsync();

        ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, "^token +[0-9a-f]{48}$")).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_is_given_is_not_printed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("token"), Given + "\n");
        using var fromFile = await RunningSandbox.StartAsync("--host", "0.0.0.0", "--vendor", Vendors.First, "--admin-token-file", folder.Of("token"));
        using var fromEnvironment = await RunningSandbox.StartAsync(new Dictionary<string, string> { ["MOCKCUSTOMERS_ADMIN_TOKEN"] = Given }, "--vendor", Vendors.First);
        foreach (var sandbox in new[] { fromFile, fromEnvironment })
        {
            (await StatusAsync(sandbox, null)).ShouldBe(HttpStatusCode.Unauthorized);
            (await StatusAsync(sandbox, Given)).ShouldBe(HttpStatusCode.OK);
            var ended = await sandbox.Command.StopAsync();
            ended.Output.ShouldNotContain("token");
        }
    }

    [Fact]
    public async Task On_loopback_none_is_wanted()
    {
        (await StatusAsync(fixture.Sandbox, null)).ShouldBe(HttpStatusCode.OK);
        fixture.Sandbox.Command.Output.ShouldNotContain("token  ");
    }

    [Fact]
    public async Task A_file_without_a_token_is_refused()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("token"), "\n");
        foreach (var file in new[] { folder.Of("token"), folder.Of("nowhere") })
        {
            using var ended = await Command.RunAsync("--admin-token-file", file);
            ended.ExitCode.ShouldBe(2);
            ended.Error.ShouldContain("--admin-token-file");
        }
    }

    [Fact]
    public async Task A_name_of_the_machine_works_when_it_is_told()
    {
        using var sandbox = await RunningSandbox.StartAsync("--vendor", Vendors.First, "--control-hosts", "one.example,two.example");

        (await StatusAsync(sandbox, null, "two.example:4010")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(sandbox, null, "three.example:4010")).ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<HttpStatusCode> StatusAsync(RunningSandbox sandbox, string? token, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.Control + "/__admin/clock"));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Host = host;
        using var reply = await fixture.Client.SendAsync(request);
        return reply.StatusCode;
    }
}
