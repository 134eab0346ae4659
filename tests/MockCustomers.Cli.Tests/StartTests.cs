using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>What serve takes, tells while it serves, and how it ends.</summary>
public sealed class StartTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task The_start_screen_fits_a_terminal_and_names_every_vendor()
    {
        using var sandbox = await RunningSandbox.StartAsync("--curls=off", "--cors", "true", "--legacy-auth", "false\r");

        var rows = sandbox.Command.Output.TrimEnd('\n').Split('\n');
        rows.Length.ShouldBeLessThanOrEqualTo(24);
        rows[0].ShouldStartWith("MockCustomers ");
        foreach (var vendor in Vendors.Names)
        {
            var card = sandbox.Ports["vendors"]![vendor]!;
            rows.ShouldContain(row => row.StartsWith(vendor, StringComparison.Ordinal) && row.Contains((string)card["baseUrl"]!) && row.Contains((string)card["header"]!));
        }

        rows.Count(row => row.StartsWith("curl ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_ports_file_has_all_that_a_client_needs(string vendor)
    {
        var card = fixture.Sandbox.Ports["vendors"]![vendor]!;
        var line = PrintedCurl.Of(vendor, fixture.Sandbox.Command.Output)[0];

        line.Header.ShouldBe((string)card["header"]!);
        line.Value.ShouldBe((string)card["value"]!);
        line.Url.ShouldStartWith((string)card["baseUrl"]!);
        (await fixture.Client.GetStringAsync(fixture.Sandbox.Control + "/__admin/curls")).ShouldContain(line.Url.Split('?')[0]);
    }

    [Fact]
    public async Task Each_request_is_told_in_a_line_and_a_refusal_with_its_reason()
    {
        using var text = await RunningSandbox.StartAsync("--vendor", Vendors.First);
        using var json = await RunningSandbox.StartAsync("--vendor", Vendors.First, "--log", "json");
        using var silent = await RunningSandbox.StartAsync("--vendor", Vendors.First, "--log-requests", "off");
        foreach (var sandbox in new[] { text, json, silent })
        {
            using var reply = await fixture.Client.GetAsync((string)sandbox.Ports["vendors"]![Vendors.First]!["url"]! + "/somewhere");
            reply.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await sandbox.Command.StopAsync()).ExitCode.ShouldBe(0);
        }

        text.Command.Output.ShouldMatch($@"GET {Vendors.First} /somewhere 401 [\d.]+ ms  no credential was sent");
        var line = JsonNode.Parse(json.Command.Output.Split('\n').Single(l => l.Contains("\"request\"")))!;
        ((string)line["reason"]!).ShouldBe("no credential was sent");
        ((int)line["status"]!).ShouldBe(401);
        silent.Command.Output.ShouldNotContain("/somewhere");
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task A_signal_cuts_short_what_is_held_back_and_answers_it(string signal)
    {
        using var sandbox = await RunningSandbox.StartAsync("--vendor", Vendors.First);
        var line = PrintedCurl.Of(Vendors.First, sandbox.Command.Output).First(curl => curl.Method == "GET");
        using var request = line.Request();
        request.Headers.Add("Prefer", "wait=60");
        var held = fixture.Client.SendAsync(request);
        await Task.Delay(500);

        (await sandbox.Command.SignalAsync(signal)).ExitCode.ShouldBe(0);

        using var reply = await held;
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_folder_of_specs_adds_to_the_vendors_that_come_with_it_and_wins_where_the_names_are_the_same()
    {
        using var folder = new TemporaryFolder();
        var copy = folder.CopyOf(Vendors.Specs);
        Directory.Delete(Path.Combine(copy, "_countries"), recursive: true);
        foreach (var name in Vendors.Names.Skip(2)) Directory.Delete(Path.Combine(copy, name), recursive: true);
        Directory.Move(Path.Combine(copy, Vendors.Names[1]), Path.Combine(copy, "zzz"));

        using var sandbox = await RunningSandbox.StartAsync("--specs", copy);

        sandbox.Ports["vendors"]!.AsObject().Select(v => v.Key).ShouldBe([.. Vendors.Names, "zzz"]);
        await sandbox.Command.WritesAsync($"{Vendors.First} is not read: --specs has a vendor of that name");
    }

    [Fact]
    public async Task Localhost_is_both_loopbacks_and_a_star_is_every_address()
    {
        string[] loopbacks = Socket.OSSupportsIPv6 ? ["127.0.0.1", "[::1]"] : ["127.0.0.1"];
        foreach (var host in new[] { "localhost", "*", "0.0.0.0", "::" })
        {
            using var sandbox = await RunningSandbox.StartAsync("--vendor", Vendors.First, "--host", host);
            var port = new Uri(sandbox.Control).Port;
            foreach (var address in loopbacks)
                (await fixture.Client.GetStringAsync($"http://{address}:{port}/health/live")).ShouldContain("live", customMessage: $"{host}: {address}");
        }
    }

    [Fact]
    public async Task A_healthcheck_can_wait_for_the_ports_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("ports.json");
        using var waiting = Command.Start([], "healthcheck", "--wait", "60s", "--ports-file", file);
        using var sandbox = Command.Start([], "--port-base", "0", "--vendor", Vendors.First, "--ports-file", file);

        (await waiting.EndAsync()).ExitCode.ShouldBe(0);

        waiting.Output.ShouldStartWith("ready: ");
        using var late = await Command.RunAsync("healthcheck", "--wait", "200ms", "--ports-file", folder.Of("nowhere.json"));
        late.ExitCode.ShouldBe(1);
    }
}
