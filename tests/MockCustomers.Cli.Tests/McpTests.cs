using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace MockCustomers.Cli.Tests;

/// <summary>mcp: an assistant uses a sandbox, through the protocol's own client.</summary>
public sealed class McpTests
{
    private const string Vendor = "align";

    [Fact]
    public async Task An_assistant_finds_moves_on_breaks_and_asks_why()
    {
        await using var client = await StartAsync();
        client.ServerInfo!.Name.ShouldBe("mockcustomers");
        var card = (await CallAsync(client, "list_vendors", ("vendor", Vendor))).GetProperty("vendors")[0];
        var pending = "kyc_form_submission_accepted";
        card.GetProperty("states").EnumerateArray().Select(state => state.GetString()).ShouldContain(pending);

        var found = await CallAsync(client, "find_customers", ("vendor", Vendor), ("state", pending), ("path", pending + ">approved"), ("limit", 1));
        var id = found.GetProperty("customers")[0].GetProperty("id").GetString()!;
        (await CallAsync(client, "get_customer", ("vendor", Vendor), ("id", id))).GetProperty("customer").GetProperty("kycs").GetProperty("status").GetString().ShouldBe("pending");
        (await CallAsync(client, "explain_customer", ("vendor", Vendor), ("id", id))).GetProperty("fields").GetArrayLength().ShouldBeGreaterThan(3);
        var states = (await CallAsync(client, "customer_timeline", ("vendor", Vendor), ("id", id))).GetProperty("states").EnumerateArray().ToList();
        states[^1].GetProperty("state").GetString().ShouldBe("approved");
        states[^1].GetProperty("toCome").GetBoolean().ShouldBeTrue();
        (await CallAsync(client, "set_clock", ("set", states[^1].GetProperty("at").GetString()!))).GetProperty("moves").GetInt64().ShouldBeGreaterThan(0);
        (await CallAsync(client, "get_customer", ("vendor", Vendor), ("id", id))).GetProperty("state").GetString().ShouldBe("approved");

        await CallAsync(client, "fail_next", ("vendor", Vendor), ("times", 1), ("status", 503), ("retry_after", "PT2S"));
        using var http = new HttpClient { BaseAddress = new Uri(card.GetProperty("url").GetString()!) };
        var auth = card.GetProperty("auth");
        http.DefaultRequestHeaders.TryAddWithoutValidation(auth.GetProperty("header").GetString()!, auth.GetProperty("value").GetString());
        (await http.GetAsync($"/v0/customers/{id}")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await http.GetAsync($"/v0/customers/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.PostJsonAsync($"{http.BaseAddress}v0/customers", """{"type": "individual"}""")).Status.ShouldBe(400);

        var refused = (await CallAsync(client, "list_requests", ("vendor", Vendor), ("refused", true))).GetProperty("requests").EnumerateArray().ToList();
        refused.Count.ShouldBe(2);
        refused[0].GetProperty("violations")[0].GetProperty("pointer").GetString()!.ShouldStartWith("/body/");
        refused[1].GetProperty("reason").GetString().ShouldBe("the injected fault 'fault-1'");
        (await CallAsync(client, "list_faults")).GetProperty("faults")[0].GetProperty("hit").GetInt64().ShouldBe(1);
        await CallAsync(client, "clear_faults");
        (await CallAsync(client, "list_faults")).GetProperty("faults").GetArrayLength().ShouldBe(0);
        await CallAsync(client, "reset_session");
        (await CallAsync(client, "list_requests")).GetProperty("requests").GetArrayLength().ShouldBe(0);
        (await CallAsync(client, "get_clock")).GetProperty("now").GetString().ShouldBe("2026-01-01T00:00:00.000Z");
    }

    [Fact]
    public async Task An_assistant_uses_a_sandbox_that_runs_already_in_a_session_of_its_own()
    {
        var token = "a-token-of-sixteen-and-more";
        var environment = new Dictionary<string, string> { ["MOCKCUSTOMERS_ADMIN_TOKEN"] = token };
        using var sandbox = await RunningSandbox.StartAsync(environment);
        await using var client = await StartAsync(environment, "--url", sandbox.Control);
        (await CallAsync(client, "open_session", ("name", "assistant"), ("population", 500))).GetProperty("vendors").GetProperty(Vendor).GetProperty("value").GetString()!.ShouldNotBeEmpty();
        (await CallAsync(client, "find_customers", ("vendor", Vendor), ("session", "assistant"))).GetProperty("total").GetInt64().ShouldBe(500);
        var legal = await CallAsync(client, "customer_timeline", ("vendor", Vendor), ("id", "15b76e3c-ebcd-43e0-991b-82f441135d72"), ("session", "assistant"));
        var to = legal.GetProperty("legal")[0].GetString()!;
        (await CallAsync(client, "move_customer", ("vendor", Vendor), ("id", "15b76e3c-ebcd-43e0-991b-82f441135d72"), ("to", to), ("session", "assistant"))).GetProperty("state").GetString().ShouldBe(to);

        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        (await http.GetStringAsync($"{sandbox.Control}/__admin/sessions")).ShouldContain("\"assistant\"");
        await using var stranger = await StartAsync([], "--url", sandbox.Control);
        (await RefusedAsync(stranger, "list_sessions")).ShouldContain("the token is missing or wrong");
    }

    [Fact]
    public async Task Every_tool_says_what_it_takes_and_what_it_does()
    {
        await using var client = await StartAsync([], "--url", "http://127.0.0.1:1");
        var tools = await client.ListToolsAsync();

        tools.Count.ShouldBeGreaterThan(10);
        foreach (var tool in tools)
        {
            tool.Description.Length.ShouldBeGreaterThan(40, tool.Name);
            tool.ProtocolTool.InputSchema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
            foreach (var argument in tool.ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject()) argument.Value.GetProperty("description").GetString()!.ShouldNotBeEmpty(argument.Name);
            var hints = tool.ProtocolTool.Annotations!;
            hints.OpenWorldHint.ShouldBe(false);
            hints.ReadOnlyHint.ShouldBe(tool.Name.Split('_')[0] is "list" or "find" or "get" or "explain" or "customer", tool.Name);
            hints.DestructiveHint.ShouldBe(tool.Name.Split('_')[0] is "clear" or "reset", tool.Name);
        }
    }

    [Fact]
    public async Task Mistakes_are_told_with_what_would_be_right()
    {
        await using (var client = await StartAsync([], "--vendor", Vendor))
        {
            (await RefusedAsync(client, "find_customers", ("vendor", Vendor), ("state", "aproved"))).ShouldStartWith("unknown state 'aproved'; did you mean approved?");
            (await RefusedAsync(client, "find_customers", ("vendr", Vendor))).ShouldStartWith("unknown argument 'vendr'; did you mean vendor?");
            (await RefusedAsync(client, "find_customers")).ShouldStartWith("the argument 'vendor' is missing");
            (await RefusedAsync(client, "find_customers", ("vendor", Vendor), ("limit", 0))).ShouldBe("the argument 'limit' cannot be 0; a whole number from 1 to 100");
            (await RefusedAsync(client, "find_customers", ("vendor", Vendor), ("limit", "many"))).ShouldBe("the argument 'limit' cannot be \"many\"; an integer");
            (await RefusedAsync(client, "get_customer", ("vendor", Vendor), ("id", "nobody"))).ShouldBe("nobody has the id 'nobody'");
            (await RefusedAsync(client, "list_vendors", ("vendor", "aling"))).ShouldStartWith("there is no vendor 'aling'; did you mean align?");
            (await RefusedAsync(client, "fail_next", ("vendor", Vendor), ("transport", "rest"))).ShouldStartWith("the argument 'transport' cannot be \"rest\"; did you mean reset?");
            (await RefusedAsync(client, "fail_next", ("vendor", Vendor), ("transport", "reset"), ("retry_after", "PT2S"))).ShouldBe("'retry_after' and 'transport' exclude each other; one of them");
            (await RefusedAsync(client, "get_customer", ("vendor", Vendor), ("id", "."))).ShouldBe("nothing is called '.'");
            (await RefusedAsync(client, "reset_session", ("session", ".."))).ShouldBe("nothing is called '..'");
            (await RefusedAsync(client, "clear_faults", ("id", ""))).ShouldStartWith("the argument 'id' cannot be \"\"; leave it out, or: ");
            (await RefusedAsync(client, "customer_timeline", ("vendor", Vendor), ("id", ""))).ShouldStartWith("the argument 'id' cannot be \"\"; The customer's id");
            (await RefusedAsync(client, "set_clock")).ShouldStartWith("nothing to do; give advance");
            (await RefusedAsync(client, "set_clock", ("advance", "3 days"))).ShouldContain("/advance");
            (await RefusedAsync(client, "move_customer", ("vendor", Vendor), ("id", "15b76e3c-ebcd-43e0-991b-82f441135d72"), ("to", "rejected"))).ShouldContain("; legal: ");
            (await Should.ThrowAsync<McpProtocolException>(async () => await client.CallToolAsync("find_customer"))).Message.ShouldContain("did you mean find_customers?");
        }

        await using var alone = await StartAsync([], "--url", "http://127.0.0.1:1");
        (await RefusedAsync(alone, "get_clock")).ShouldStartWith("no sandbox answers at http://127.0.0.1:1: ");
    }

    [Theory]
    [InlineData("200 OK", "[1]", "its answer is none of a sandbox's")]
    [InlineData("200 OK", "<html>", "'<' is an invalid start of a value")]
    [InlineData("400 Bad Request", """{"error": {"code": 7}}""", null)]
    public async Task What_answers_and_is_no_sandbox_is_told(string status, string body, string? why)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{other.LocalEndpoint}";
        var answering = Task.Run(async () =>
        {
            using var connection = await other.AcceptTcpClientAsync();
            await connection.GetStream().ReadAtLeastAsync(new byte[4096], 1);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
        });
        await using var client = await StartAsync([], "--url", url);

        (await RefusedAsync(client, "get_clock")).ShouldStartWith(why is null ? "the sandbox answers 400" : $"no sandbox answers at {url}: {why}");
        await answering;
    }

    [Fact]
    public async Task A_sandbox_whose_certificate_nobody_trusts_is_told_as_such()
    {
        using var sandbox = await RunningSandbox.StartAsync("--https", "--vendor", Vendor);
        await using var client = await StartAsync([], "--url", sandbox.Control);

        (await RefusedAsync(client, "get_clock")).ShouldContain("certificate");
    }

    [Fact]
    public async Task A_customer_is_found_by_its_address_and_keys_are_those_of_a_session()
    {
        await using var client = await StartAsync([], "--vendor", Vendor);
        var first = (await CallAsync(client, "find_customers", ("vendor", Vendor), ("limit", 1))).GetProperty("customers")[0];
        var found = await CallAsync(client, "find_customers", ("vendor", Vendor), ("find", first.GetProperty("email").GetString()!));
        var key = (await CallAsync(client, "open_session", ("name", "own"))).GetProperty("vendors").GetProperty(Vendor).GetProperty("value").GetString();

        found.GetProperty("customers")[0].GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
        (await CallAsync(client, "list_vendors", ("session", "own"))).GetProperty("vendors")[0].GetProperty("auth").GetProperty("value").GetString().ShouldBe(key);
        await CallAsync(client, "fail_next", ("vendor", Vendor), ("delay", "PT0.1S"), ("retry_after", "PT2S"));
        (await CallAsync(client, "list_faults")).GetProperty("faults")[0].GetProperty("reply").GetProperty("retryAfter").GetString().ShouldBe("PT2S");
    }

    [Fact]
    public async Task A_sandbox_that_runs_already_takes_no_flags()
    {
        using var ended = await Command.RunAsync("mcp", "--url", "http://127.0.0.1:4010", "--seed", "7");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldBe("--url and --seed exclude each other: a sandbox that runs already is as it was started\n");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task It_ends_with_its_client_or_when_it_is_told_to_and_standard_output_is_the_protocols(bool isTold)
    {
        var start = new ProcessStartInfo("dotnet", [CommandFile.Path, "mcp", "--vendor", Vendor, "--curls"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var serving = Process.Start(start)!;
        var error = serving.StandardError.ReadToEndAsync(patience.Token);
        await serving.StandardInput.WriteLineAsync("""{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}}""");
        await serving.StandardInput.FlushAsync(patience.Token);
        var first = await serving.StandardOutput.ReadLineAsync(patience.Token);
        JsonElement.Parse(first!).GetProperty("result").GetProperty("serverInfo").GetProperty("name").GetString().ShouldBe("mockcustomers");
        if (!isTold) serving.StandardInput.Close();
        else
        {
            using var kill = Process.Start("kill", ["-TERM", $"{serving.Id}"]);
            await kill.WaitForExitAsync(patience.Token);
        }

        (await serving.StandardOutput.ReadToEndAsync(patience.Token)).ShouldBeEmpty();
        await serving.WaitForExitAsync(patience.Token);
        serving.ExitCode.ShouldBe(0);
        (await error).ShouldContain("curl -H 'Api-Key: ");
    }

    [Fact]
    public async Task Nothing_of_the_protocol_is_loaded_by_serving()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "what a process has loaded is read from /proc");
        using var sandbox = await RunningSandbox.StartAsync();

        var loaded = File.ReadAllText($"/proc/{sandbox.Command.Id}/maps");
        loaded.ShouldContain("MockCustomers.Server.dll");
        loaded.ShouldNotContain("ModelContextProtocol");
        loaded.ShouldNotContain("MockCustomers.Mcp.dll");
    }

    private static Task<McpClient> StartAsync() => StartAsync([]);

    private static async Task<McpClient> StartAsync(Dictionary<string, string> environment, params string[] args) => await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Command = "dotnet",
        Arguments = [CommandFile.Path, "mcp", .. args],
        EnvironmentVariables = environment.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
        ShutdownTimeout = TimeSpan.FromMinutes(1),
    }));

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, params (string Name, object Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value));
        var text = result.Content.OfType<TextContentBlock>().Single().Text;
        (result.IsError ?? false).ShouldBeFalse(text);
        JsonElement.DeepEquals(JsonElement.Parse(text), result.StructuredContent!.Value).ShouldBeTrue();
        return result.StructuredContent.Value;
    }

    private static async Task<string> RefusedAsync(McpClient client, string tool, params (string Name, object Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value));
        result.IsError.ShouldBe(true);
        return result.Content.OfType<TextContentBlock>().Single().Text;
    }
}
