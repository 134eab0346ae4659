using System.Net;
using System.Net.Sockets;

namespace MockCustomers.Cli.Tests;

/// <summary>healthcheck asks a sandbox that runs, or finds that none does.</summary>
public sealed class HealthcheckTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_sandbox_that_listens_is_ready()
    {
        using var ended = await Command.RunAsync("healthcheck", "--url", fixture.Sandbox.Control);

        ended.ExitCode.ShouldBe(0);
        ended.Output.ShouldBe($"ready: {fixture.Sandbox.Control}\n");
    }

    [Fact]
    public async Task It_asks_loopback_when_the_sandbox_listens_everywhere()
    {
        Dictionary<string, string> environment = new() { ["MOCKCUSTOMERS_HOST"] = "0.0.0.0", ["MOCKCUSTOMERS_PORT_BASE"] = $"{new Uri(fixture.Sandbox.Control).Port}" };

        using var ended = await Command.RunAsync(environment, "healthcheck");

        ended.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_not_ready()
    {
        using var ended = await Command.RunAsync("healthcheck", "--url", "http://127.0.0.1:1");

        ended.ExitCode.ShouldBe(1);
        ended.Output.ShouldStartWith("not ready: ");
    }

    [Fact]
    public async Task Interrupted_while_it_waits_it_says_how_far_it_came()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var url = $"http://{server.LocalEndpoint}";
        using var waiting = Command.Start([], "healthcheck", "--url", url, "--wait", "60s");
        (await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken)).Dispose();

        var ended = await waiting.StopAsync();

        ended.ExitCode.ShouldBe(130);
        ended.Output.ShouldStartWith($"not ready: {url}");
        ended.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_server_on_the_port_is_not_ready()
    {
        var vendor = (string)fixture.Sandbox.Ports["vendors"]![Vendors.First]!["url"]!;

        using var ended = await Command.RunAsync("healthcheck", "--url", vendor);

        ended.ExitCode.ShouldBe(1);
    }
}
