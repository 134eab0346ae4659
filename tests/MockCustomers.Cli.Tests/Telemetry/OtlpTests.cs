using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests.Telemetry;

/// <summary>Traces, metrics and logs reach a collector where OpenTelemetry's variables name one, and nothing is loaded for it where they do not.</summary>
public sealed class OtlpTests : IDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Parent = "b7ad6b7169203331";
    private const ulong Server = 2;
    private const ulong Client = 3;

    private readonly Collector collector = new();
    private readonly HttpClient http = new();

    public void Dispose()
    {
        collector.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task A_request_is_a_span_in_its_clients_trace_a_measurement_and_when_refused_a_log_record()
    {
        using var sandbox = await RunningSandbox.StartAsync(collector.Environment);
        var vendor = sandbox.Ports["vendors"]!["align"]!;
        var key = (string)vendor["value"]!;
        (await SendAsync(vendor, HttpMethod.Get, "/v0/customers?email=somebody%40example.com&limit=3", key)).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(vendor, HttpMethod.Post, "/v0/customers", key, """{"email": "no-address-of-mine", "type": "individual"}""")).ShouldBe(HttpStatusCode.BadRequest);

        var (resource, listed) = (await collector.WaitAsync(() => Spans("GET /v0/customers").FirstOrDefault() is { Item2: { } } found ? Tuple.Create(found.Item1, found.Item2) : null)).ToValueTuple();
        resource["service.name"].ShouldBe("mockcustomers");
        resource["deployment.environment.name"].ShouldBe("ci");
        listed.Hex(1).ShouldBe(Trace);
        listed.Hex(4).ShouldBe(Parent);
        listed.Number(6).ShouldBe(Server);
        var told = listed.Attributes(9);
        told["http.request.method"].ShouldBe("GET");
        told["http.route"].ShouldBe("/v0/customers");
        told["url.path"].ShouldBe("/v0/customers");
        told["url.query"].ShouldBe("email=REDACTED&limit=REDACTED");
        told["url.scheme"].ShouldBe("http");
        told["http.response.status_code"].ShouldBe("200");
        told["server.address"].ShouldBe("127.0.0.1");
        told["server.port"].ShouldBe($"{new Uri((string)vendor["url"]!).Port}");
        told["network.protocol.version"].ShouldBe("1.1");
        told["mockcustomers.vendor"].ShouldBe("align");
        told["mockcustomers.operation"].ShouldBe("listCustomers");
        told["mockcustomers.session"].ShouldBe("default");

        var refused = await collector.WaitAsync(() => Spans("POST /v0/customers").FirstOrDefault().Item2);
        var why = refused.Messages(11).ShouldHaveSingleItem();
        why.Text(2).ShouldBe("refused");
        why.Attributes(3)["mockcustomers.refusal"].ShouldBe("InvalidBody");
        why.Attributes(3)["mockcustomers.refusal.pointers"].ShouldContain("/body/");
        refused.Message(15).Number(3).ShouldBe(0UL, "a refusal is the client's mistake, and no error of the server's");

        var record = await collector.WaitAsync(() => collector.Logs.FirstOrDefault(log => log.Message(5).Text(1).StartsWith("POST align /v0/customers 400: /body/", StringComparison.Ordinal)));
        record.Hex(9).ShouldBe(Trace);
        record.Hex(10).ShouldBe(refused.Hex(2));
        record.Attributes(6)["mockcustomers.refusal"].ShouldBe("InvalidBody");

        var duration = await collector.WaitAsync(() => Metric("http.server.request.duration")?.Message(9).Messages(1).FirstOrDefault(point => point.Number(4) > 0 && point.Attributes(9).GetValueOrDefault("mockcustomers.operation") == "listCustomers"));
        duration.Attributes(9)["http.route"].ShouldBe("/v0/customers");
        duration.Attributes(9)["http.response.status_code"].ShouldBe("200");
        duration.Number(4).ShouldBe(1UL);
        duration.Double(5).ShouldBeGreaterThan(0);
        foreach (var name in (string[])["http.server.active_requests", "mockcustomers.refusals", "mockcustomers.sessions.open", "mockcustomers.customers", "dotnet.process.memory.working_set", "kestrel.active_connections"])
            (await collector.WaitAsync(() => Metric(name))).ShouldNotBeNull();

        (await sandbox.Command.StopAsync()).ExitCode.ShouldBe(0);
        var said = collector.Logs.Select(log => log.Message(5).Text(1)).ToList();
        said.ShouldContain(text => text.StartsWith("serves align, ", StringComparison.Ordinal));
        said.ShouldContain("serves no longer");
        collector.Received.ShouldAllBe(one => one.Headers["x-team"] == "shop");
        foreach (var secret in (string[])[key, "no-address-of-mine", "somebody"]) collector.Holds(secret).ShouldBeFalse(secret);
    }

    [Fact]
    public async Task A_fault_of_the_users_is_an_error_of_the_servers()
    {
        using var sandbox = await RunningSandbox.StartAsync(collector.Environment);
        var vendor = sandbox.Ports["vendors"]!["align"]!;
        await http.PostJsonAsync($"{sandbox.Control}/__admin/faults", """{"vendor": "align", "when": {"times": 1}, "reply": {"code": 503}}""");
        (await SendAsync(vendor, HttpMethod.Get, "/v0/customers", (string)vendor["value"]!)).ShouldBe(HttpStatusCode.ServiceUnavailable);

        var span = await collector.WaitAsync(() => Spans("GET /v0/customers").FirstOrDefault().Item2);
        span.Attributes(9)["error.type"].ShouldBe("503");
        span.Attributes(9)["mockcustomers.fault"].ShouldBe("fault-1");
        span.Message(15).Number(3).ShouldBe(2UL);
        (await collector.WaitAsync(() => Metric("mockcustomers.faults.struck"))).ShouldNotBeNull();
    }

    /// <summary>With a collector each hop is a span, and without one the client's trace goes through as it came.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_trace_goes_on_through_webhooks_and_proxied_requests(bool isCollected)
    {
        using var receiver = new Collector();
        using var sandbox = await RunningSandbox.StartAsync(isCollected ? collector.Environment : [], "--proxy-to", $"align={receiver.Url}");
        var jani = sandbox.Ports["vendors"]!["jani"]!;
        await http.PostJsonAsync($"{sandbox.Control}/__admin/webhooks", $$"""{"vendor": "jani", "url": "{{receiver.Url}}/hook?token=hidden"}""");
        (await SendAsync(jani, HttpMethod.Post, "/api/v1/customers", (string)jani["value"]!, """{"name": "Ada Byron", "email": "ada@example.com"}""")).ShouldBe(HttpStatusCode.OK);
        await SendAsync(sandbox.Ports["vendors"]!["align"]!, HttpMethod.Get, "/v0/customers", "any");
        await SendAsync(sandbox.Ports["vendors"]!["align"]!, HttpMethod.Post, "/v0/customers", "any", "{}");

        var hook = await HeadersAsync(receiver, "/hook", 1);
        var proxied = await HeadersAsync(receiver, "/v0/customers", 2);
        foreach (var headers in hook.Concat(proxied))
        {
            headers["traceparent"].ShouldStartWith($"00-{Trace}-");
            headers["tracestate"].ShouldBe("shop=1");
        }

        if (!isCollected)
        {
            hook.Concat(proxied).ShouldAllBe(headers => headers["traceparent"] == $"00-{Trace}-{Parent}-01");
            return;
        }

        var created = await collector.WaitAsync(() => Spans("POST /api/v1/customers").FirstOrDefault().Item2);
        var sent = await collector.WaitAsync(() => collector.Spans.Select(one => one.Span).FirstOrDefault(span => span.Number(6) == Client && span.Attributes(9).ContainsKey("mockcustomers.webhook")));
        sent.Hex(4).ShouldBe(created.Hex(2));
        hook[0]["traceparent"].ShouldBe($"00-{Trace}-{sent.Hex(2)}-01");
        sent.Attributes(9)["url.full"].ShouldBe($"{receiver.Url}/hook");
        sent.Attributes(9)["mockcustomers.webhook.event"].ShouldBe("customer.created");
        var forwarded = await collector.WaitAsync(() => collector.Spans.Select(one => one.Span).FirstOrDefault(span => span.Number(6) == Client && proxied[0]["traceparent"].Contains(span.Hex(2), StringComparison.Ordinal)));
        var asked = await collector.WaitAsync(() => collector.Spans.Select(one => one.Span).FirstOrDefault(span => span.Hex(2) == forwarded.Hex(4)));
        asked.Attributes(9)["mockcustomers.vendor"].ShouldBe("align");
        asked.Hex(4).ShouldBe(Parent);
    }

    [Fact]
    public async Task Nothing_of_OpenTelemetry_is_loaded_where_no_collector_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "what a process has loaded is read from /proc");
        using (var sandbox = await RunningSandbox.StartAsync())
        {
            await http.GetStringAsync($"{sandbox.Control}/metrics");
            Loaded(sandbox.Command.Id).ShouldContain("MockCustomers.Server.dll");
            Loaded(sandbox.Command.Id).Where(IsOfOpenTelemetry).ShouldBeEmpty();
        }

        using var watched = await RunningSandbox.StartAsync(collector.Environment);
        Loaded(watched.Command.Id).Where(IsOfOpenTelemetry).ShouldContain("OpenTelemetry.dll");
    }

    [Theory]
    [InlineData("OTEL_SDK_DISABLED", "true", "")]
    [InlineData("OTEL_TRACES_EXPORTER", "none", "/v1/traces")]
    public async Task A_signal_that_is_switched_off_is_not_sent(string variable, string value, string unsent)
    {
        var environment = collector.Environment;
        environment[variable] = value;
        using var sandbox = await RunningSandbox.StartAsync(environment);
        var vendor = sandbox.Ports["vendors"]!["align"]!;
        await SendAsync(vendor, HttpMethod.Get, "/v0/customers", (string)vendor["value"]!);
        (await sandbox.Command.StopAsync()).ExitCode.ShouldBe(0);

        if (unsent.Length == 0) collector.Received.ShouldBeEmpty();
        else collector.Received.Select(one => one.Path).Distinct().Order(StringComparer.Ordinal).ShouldBe(["/v1/logs", "/v1/metrics"]);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_disturbs_nobody()
    {
        var environment = collector.Environment;
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1";
        using var sandbox = await RunningSandbox.StartAsync(environment);
        var vendor = sandbox.Ports["vendors"]!["align"]!;
        (await SendAsync(vendor, HttpMethod.Get, "/v0/customers", (string)vendor["value"]!)).ShouldBe(HttpStatusCode.OK);
        (await sandbox.Command.StopAsync()).ExitCode.ShouldBe(0);
        sandbox.Command.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "a URL such as http://127.0.0.1:4318")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/json", "one of: grpc, http/protobuf")]
    public async Task Variables_that_make_no_sense_are_refused(string variable, string value, string right)
    {
        var environment = collector.Environment;
        environment[variable] = value;
        using var ended = await Command.RunAsync(environment, "--port-base", "0");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldBe($"{variable}: '{value}' is not right; {right}\n");
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "authorization", "OTEL_EXPORTER_OTLP_HEADERS is not right; pairs with commas between them")]
    [InlineData("OTEL_EXPORTER_OTLP_CERTIFICATE", "/nowhere.pem", "OTEL_…: nothing can be sent as these variables say: ")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "0", "OTEL_…: nothing can be sent as these variables say: ")]
    public async Task What_the_exporter_cannot_work_with_is_told_and_ends_the_start(string variable, string value, string told)
    {
        var environment = collector.Environment;
        environment[variable] = value;
        using var ended = await Command.RunAsync(environment, "--port-base", "0");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldStartWith(told);
        ended.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Grpc_is_spoken_where_it_is_asked_for()
    {
        await using var other = await GrpcCollector.StartAsync();
        var environment = collector.Environment;
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = other.Url;
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        using var sandbox = await RunningSandbox.StartAsync(environment);
        var vendor = sandbox.Ports["vendors"]!["align"]!;
        (await SendAsync(vendor, HttpMethod.Get, "/v0/customers", (string)vendor["value"]!)).ShouldBe(HttpStatusCode.OK);
        (await sandbox.Command.StopAsync()).ExitCode.ShouldBe(0);

        foreach (var service in (string[])["trace.v1.TraceService", "metrics.v1.MetricsService", "logs.v1.LogsService"])
        {
            var said = other.Received.Where(one => one.Path == $"/opentelemetry.proto.collector.{service}/Export").ToList();
            said.ShouldNotBeEmpty(service);
            said.ShouldAllBe(one => one.Team == "shop");
        }

        var spans = other.Received.Where(one => one.Path.Contains("TraceService", StringComparison.Ordinal)).SelectMany(one => one.Message.Messages(1)).SelectMany(resource => resource.Messages(2)).SelectMany(scope => scope.Messages(2));
        spans.ShouldHaveSingleItem().Text(5).ShouldBe("GET /v0/customers");
    }

    private static bool IsOfOpenTelemetry(string file) => file.StartsWith("OpenTelemetry", StringComparison.Ordinal) || file is "MockCustomers.Telemetry.dll";

    private static IReadOnlyList<string> Loaded(int process) =>
        [.. File.ReadLines($"/proc/{process}/maps").Select(line => Path.GetFileName(line.Split(' ')[^1])).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Distinct()];

    private async Task<HttpStatusCode> SendAsync(JsonNode vendor, HttpMethod method, string path, string credential, string? body = null)
    {
        using var message = new HttpRequestMessage(method, $"{vendor["url"]}{path}");
        message.Headers.TryAddWithoutValidation((string)vendor["header"]!, credential);
        message.Headers.Add("traceparent", $"00-{Trace}-{Parent}-01");
        message.Headers.Add("tracestate", "shop=1");
        if (body is not null) message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var reply = await http.SendAsync(message);
        return reply.StatusCode;
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> HeadersAsync(Collector receiver, string path, int count) => await collector.WaitAsync(() =>
    {
        var found = receiver.Received.Where(one => one.Path == path).Select(one => one.Headers).ToList();
        return found.Count >= count ? found : null;
    });

    private IEnumerable<(IReadOnlyDictionary<string, string>, ProtoMessage)> Spans(string name) => collector.Spans.Where(one => one.Span.Text(5) == name);

    private ProtoMessage? Metric(string name) => collector.Metrics.FirstOrDefault(metric => metric.Text(1) == name);
}
