using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>serve, from the start to the stop.</summary>
public sealed class ServeTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void The_ports_file_names_every_vendor()
    {
        var vendors = fixture.Sandbox.Ports["vendors"]!.AsObject();

        vendors.Select(v => v.Key).ShouldBe(Vendors.Names);
        Directory.GetFiles(Path.GetDirectoryName(fixture.Sandbox.PortsFile)!).ShouldBe([fixture.Sandbox.PortsFile]);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_printed_curl_line_works(string vendor)
    {
        var lines = PrintedCurl.Of(vendor, fixture.Sandbox.Command.Output);

        lines.ShouldNotBeEmpty();
        foreach (var line in lines)
        {
            using var reply = await fixture.Client.SendAsync(line.Request());
            reply.IsSuccessStatusCode.ShouldBeTrue(line.Url);
            line.Url.ShouldStartWith((string)fixture.Sandbox.Ports["vendors"]![vendor]!["url"]!);
        }
    }

    [Fact]
    public void A_pipe_gets_no_colours() => fixture.Sandbox.Command.Output.ShouldNotContain('\u001b');

    [Fact]
    public async Task A_signal_ends_it_with_0_even_while_a_client_is_connected()
    {
        using var sandbox = await RunningSandbox.StartAsync("--vendor", Vendors.First);
        using var client = new TcpClient();
        var control = new Uri(sandbox.Control);
        await client.ConnectAsync(control.Host, control.Port);

        var ended = await sandbox.Command.StopAsync();

        ended.ExitCode.ShouldBe(0);
        ended.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_ends_with_its_standard_input_where_that_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        var ports = folder.Of("ports.json");
        var start = new ProcessStartInfo("dotnet", [CommandFile.Path, "--stdin", "--vendor", Vendors.First, "--port-base", "0", "--ports-file", ports])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var serving = Process.Start(start)!;
        serving.OutputDataReceived += (_, _) => { };
        serving.BeginOutputReadLine();
        while (!File.Exists(ports)) await Task.Delay(20);
        await serving.StandardInput.WriteLineAsync("nothing that it would listen to");
        await serving.StandardInput.FlushAsync();
        using var client = new HttpClient();
        (await client.GetAsync(new Uri((string)JsonNode.Parse(await File.ReadAllTextAsync(ports))!["control"]! + "/health/ready"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        serving.HasExited.ShouldBeFalse();

        serving.StandardInput.Close();
        await serving.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        serving.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_vendors_that_are_named_are_served()
    {
        var names = Vendors.Names.Take(2).ToList();

        using var comma = await RunningSandbox.StartAsync("--vendor", string.Join(',', names));
        using var twice = await RunningSandbox.StartAsync([.. names.SelectMany(name => new[] { "--vendor", name })]);

        comma.Ports["vendors"]!.AsObject().Select(v => v.Key).ShouldBe(names);
        twice.Ports["vendors"]!.AsObject().Select(v => v.Key).ShouldBe(names);
    }

    [Fact]
    public async Task The_environment_counts_where_no_flag_does()
    {
        Dictionary<string, string> environment = new() { ["MOCKCUSTOMERS_VENDOR"] = Vendors.Names[1], ["MOCKCUSTOMERS_SEED"] = "" };

        using var asTold = await RunningSandbox.StartAsync(environment);
        using var overridden = await RunningSandbox.StartAsync(environment, "--vendor", Vendors.First);

        asTold.Ports["vendors"]!.AsObject().Single().Key.ShouldBe(Vendors.Names[1]);
        overridden.Ports["vendors"]!.AsObject().Single().Key.ShouldBe(Vendors.First);
    }

    /// <summary>A real clock begins at the date that is given, else at the machine's time; whether it was given on the command line or in the environment.</summary>
    [Fact]
    public async Task A_real_clock_begins_at_the_date_that_is_given_or_at_the_machines_time()
    {
        using var given = await RunningSandbox.StartAsync(new Dictionary<string, string> { ["MOCKCUSTOMERS_NOW"] = "2030-05-05" }, "--vendor", Vendors.First, "--clock", "real");
        using var machine = await RunningSandbox.StartAsync("--vendor", Vendors.First, "--clock", "real");
        using var frozen = await RunningSandbox.StartAsync("--vendor", Vendors.First);

        var before = TimeProvider.System.GetUtcNow();
        (await ClockAsync(given)).ShouldBeInRange(new DateTimeOffset(2030, 5, 5, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2030, 5, 6, 0, 0, 0, TimeSpan.Zero));
        (await ClockAsync(machine)).ShouldBeInRange(before.AddSeconds(-1), before.AddDays(1));
        (await ClockAsync(frozen)).ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_port_in_use_ends_it_with_4_and_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        using var ended = await Command.RunAsync("serve", "--port-base", $"{port}");

        ended.ExitCode.ShouldBe(4);
        ended.Error.ShouldContain($"port {port}");
    }

    [Fact]
    public async Task For_machines_it_prints_one_json_object_a_line()
    {
        using var sandbox = await RunningSandbox.StartAsync("--log", "json", "--vendor", Vendors.First);
        var ended = await sandbox.Command.StopAsync();

        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        lines.Select(line => (string)line["event"]!).ShouldBe(["started", "stopped"]);
        ((string)lines[0]["control"]!).ShouldBe(sandbox.Control);
    }

    [Fact]
    public async Task Another_fingerprint_than_the_expected_one_ends_it_with_6()
    {
        using var ended = await Command.RunAsync("--port-base", "0", "--expect-fingerprint", "abc");

        ended.ExitCode.ShouldBe(6);
        var found = ended.Error.Split(' ').First(word => word.Length > 60).TrimEnd(',');
        using var served = await RunningSandbox.StartAsync("--expect-fingerprint", found);
        (await fixture.Client.GetStringAsync(new Uri(served.Control + "/__admin/fingerprint"))).ShouldContain(found);
    }

    private async Task<DateTimeOffset> ClockAsync(RunningSandbox sandbox) =>
        JsonNode.Parse(await fixture.Client.GetStringAsync(new Uri(sandbox.Control + "/__admin/clock")))!["now"]!.GetValue<DateTimeOffset>();
}
