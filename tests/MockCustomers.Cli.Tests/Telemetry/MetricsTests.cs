using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MockCustomers.Cli.Tests.Telemetry;

/// <summary>GET /metrics is what Prometheus reads.</summary>
public sealed partial class MetricsTests : IDisposable
{
    /// <summary>The label of what AskAsync is answered last.</summary>
    private const string Listed = """http_route="/v0/customers",""";

    private readonly HttpClient http = new();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task Requests_are_counted_from_the_start_or_from_when_it_is_first_asked_for()
    {
        using var fromStart = await RunningSandbox.StartAsync("--metrics");
        using var fromAsked = await RunningSandbox.StartAsync();
        foreach (var sandbox in (RunningSandbox[])[fromStart, fromAsked]) await AskAsync(sandbox);
        var counted = await CountedAsync(fromStart);
        Value(counted, "http_server_request_duration_seconds_count", Listed).ShouldBe(1);
        Value(counted, "mockcustomers_refusals_total", """mockcustomers_refusal="MissingCredential"}""").ShouldBe(1);
        (await ScrapeAsync(fromAsked)).ShouldNotContain("http_server_request_duration_seconds_count");

        await AskAsync(fromAsked);
        Value(await CountedAsync(fromAsked), "http_server_request_duration_seconds_count", Listed).ShouldBe(1);
    }

    [Fact]
    public async Task Customers_are_counted_by_state_as_they_are_now()
    {
        using var sandbox = await RunningSandbox.StartAsync();
        var control = sandbox.Control;
        foreach (var before in (bool[])[true, false])
        {
            if (!before)
            {
                await http.PostJsonAsync($"{control}/__admin/clock", """{"advance": "P30D"}""");
                await http.PostJsonAsync($"{control}/__admin/customers/15b76e3c-ebcd-43e0-991b-82f441135d72/moves", """{"vendor": "align", "to": "kyc_session_created"}""");
            }

            var text = await ScrapeAsync(sandbox);
            var counted = Lines(text, "mockcustomers_customers").Where(line => line.Contains("align", StringComparison.Ordinal)).ToList();
            counted.ShouldNotBeEmpty();
            foreach (var line in counted)
            {
                var (kind, state) = (Label(line, "mockcustomers_customer_kind"), Label(line, "mockcustomers_customer_state"));
                var found = JsonNode.Parse(await http.GetStringAsync($"{control}/__admin/customers?vendor=align&kind={kind}&state={state}&limit=1"))!;
                Number(line).ShouldBe((double)found["total"]!, $"{kind} {state}");
            }
        }
    }

    [Fact]
    public async Task Prometheus_itself_finds_nothing_wrong_with_it()
    {
        Assert.SkipUnless(OtherProgram.IsHere("promtool"), "no promtool: apt-get install prometheus");
        using var sandbox = await RunningSandbox.StartAsync("--metrics");
        await AskAsync(sandbox);
        var text = await CountedAsync(sandbox);

        using var check = Process.Start(new ProcessStartInfo("promtool", ["check", "metrics"]) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;
        await check.StandardInput.WriteAsync(text);
        check.StandardInput.Close();
        var told = await check.StandardError.ReadToEndAsync() + await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();

        // What it finds fault with are names, and those of the runtime are OpenTelemetry's.
        told.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("dotnet_", StringComparison.Ordinal)).ShouldBeEmpty();
        check.ExitCode.ShouldBeOneOf(0, 3);
    }

    [Fact]
    public async Task Everybody_may_read_it_and_nobody_is_in_it()
    {
        using var sandbox = await RunningSandbox.StartAsync(new Dictionary<string, string> { ["MOCKCUSTOMERS_ADMIN_TOKEN"] = "a-token-of-sixteen-and-more" });
        (await http.GetAsync($"{sandbox.Control}/__admin/vendors")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var message = new HttpRequestMessage(HttpMethod.Get, $"{sandbox.Control}/metrics");
        message.Headers.Host = "sandbox.internal:4010";
        using var reply = await http.SendAsync(message);

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        (await reply.Content.ReadAsStringAsync()).ShouldNotContain("session=");
    }

    [Fact]
    public async Task The_dashboard_asks_for_metrics_that_are_served()
    {
        using var sandbox = await RunningSandbox.StartAsync("--metrics");
        var vendor = sandbox.Ports["vendors"]!["align"]!;
        using var receiver = new Collector();
        await http.PostJsonAsync($"{sandbox.Control}/__admin/webhooks", $$"""{"vendor": "align", "url": "{{receiver.Url}}/hook"}""");
        await http.PostJsonAsync($"{sandbox.Control}/__admin/customers/15b76e3c-ebcd-43e0-991b-82f441135d72/moves", """{"vendor": "align", "to": "kyc_session_created"}""");
        await http.PostJsonAsync($"{vendor["url"]}/__admin/mappings", """{"Request": {"Path": "/hello"}, "Response": {"Body": "hello"}}""");
        await http.PostJsonAsync($"{sandbox.Control}/__admin/faults", """{"vendor": "align", "when": {"times": 1}, "reply": {"code": 503}}""");
        await http.GetAsync($"{vendor["url"]}/hello");
        await AskAsync(sandbox);
        await receiver.WaitAsync(() => receiver.Received.Count > 0 ? receiver : null);

        var asked = JsonNode.Parse(RepositoryFiles.Text("docs", "grafana.json"))!["panels"]!.AsArray().SelectMany(panel => panel!["targets"]?.AsArray() ?? [])
            .SelectMany(target => MetricInQuery().Matches(Labels().Replace((string)target!["expr"]!, "")).Select(match => match.Value)).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(5);
        var served = await receiver.WaitAsync(() => Served(http.GetStringAsync($"{sandbox.Control}/metrics").GetAwaiter().GetResult()) is var names && names.Contains("mockcustomers_webhooks_attempts_total") ? names : null);
        asked.Where(name => !served.Contains(name)).ShouldBeEmpty();
    }

    private static List<string> Served(string text) => [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('{', ' ')[0]).Distinct()];

    private async Task AskAsync(RunningSandbox sandbox)
    {
        var vendor = sandbox.Ports["vendors"]!["align"]!;
        await http.GetAsync($"{vendor["url"]}/v0/customers");
        using var message = new HttpRequestMessage(HttpMethod.Get, $"{vendor["url"]}/v0/customers");
        message.Headers.TryAddWithoutValidation((string)vendor["header"]!, (string)vendor["value"]!);
        using var reply = await http.SendAsync(message);
    }

    /// <summary>What is read once the latest request is counted, which is so a moment after it was answered.</summary>
    private async Task<string> CountedAsync(RunningSandbox sandbox)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (await ScrapeAsync(sandbox) is var text && text.Contains(Listed, StringComparison.Ordinal)) return text;
            await Task.Delay(20, patience.Token);
        }
    }

    private Task<string> ScrapeAsync(RunningSandbox sandbox) => http.GetStringAsync($"{sandbox.Control}/metrics");

    private static IEnumerable<string> Lines(string text, string name) => text.Split('\n').Where(line => line.StartsWith(name + "{", StringComparison.Ordinal));

    private static double Value(string text, string name, string label) => Number(Lines(text, name).Single(line => line.Contains(label, StringComparison.Ordinal)));

    private static double Number(string line) => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);

    private static string Label(string line, string name) => Regex.Match(line, $"{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex(@"by \([^)]*\)|\{[^}]*\}")]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(?:http_server|mockcustomers|dotnet)_\w+")]
    private static partial Regex MetricInQuery();
}
