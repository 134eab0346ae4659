using System.Diagnostics.Metrics;
using System.Text;
using MockCustomers.Server.Telemetry;
using MockCustomers.Server.Telemetry.Prometheus;

namespace MockCustomers.Tests.Telemetry;

/// <summary>What instruments say becomes Prometheus's text.</summary>
public sealed class PrometheusTests : IDisposable
{
    private readonly Meter meter = new("PrometheusTests");

    public void Dispose() => meter.Dispose();

    [Theory]
    [InlineData("http.server.request.duration", "s", "http_server_request_duration_seconds_total")]
    [InlineData("disk.io", "By", "disk_io_bytes_total")]
    [InlineData("read.bytes", "By", "read_bytes_total")]
    [InlineData("refusals", "{refusal}", "refusals_total")]
    [InlineData("seen.total", null, "seen_total")]
    public void A_counter_is_named_as_OpenTelemetry_names_it_there(string name, string? unit, string shown) =>
        MetricName.Of(meter.CreateCounter<long>(name, unit)).ShouldBe(shown);

    [Fact]
    public void What_is_no_counter_has_no_total() =>
        MetricName.Of(meter.CreateUpDownCounter<long>("http.server.active_requests", "{request}")).ShouldBe("http_server_active_requests");

    [Fact]
    public void A_histogram_tells_how_many_were_at_most_each_bound()
    {
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1] };
        var family = new Family("took_seconds", meter.CreateHistogram("took", "s", "How \\ long\nit took", advice: advice));
        foreach (var seconds in (double[])[0.25, 0.5, 0.75, 2]) family.Add(seconds, [KeyValuePair.Create<string, object?>("who.said", "\"a\\b\n\"")]);

        Text(family).ShouldEndWith(
            """
            # HELP took_seconds How \\ long\nit took
            # TYPE took_seconds histogram
            took_seconds_bucket{who_said="\"a\\b\n\"",le="0.5"} 2
            took_seconds_bucket{who_said="\"a\\b\n\"",le="1"} 3
            took_seconds_bucket{who_said="\"a\\b\n\"",le="+Inf"} 4
            took_seconds_sum{who_said="\"a\\b\n\""} 3.5
            took_seconds_count{who_said="\"a\\b\n\""} 4

            """);
    }

    [Fact]
    public async Task Measurements_of_many_threads_are_all_counted()
    {
        var family = new Family("counted_total", meter.CreateCounter<long>("counted"));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++) family.Add(1, [KeyValuePair.Create<string, object?>("kind", i % 5)]);
        })));

        family.All.Count.ShouldBe(5);
        family.All.Sum(series => series.Value).ShouldBe(80_000);
    }

    [Fact]
    public void Labels_without_end_are_counted_together()
    {
        var family = new Family("counted_total", meter.CreateCounter<long>("counted"));
        for (var i = 0; i < 5000; i++) family.Add(1, [KeyValuePair.Create<string, object?>("id", i)]);

        family.All.Count.ShouldBe(2001);
        family.All.Sum(series => series.Value).ShouldBe(5000);
        Text(family).ShouldContain("counted_total{otel_metric_overflow=\"true\"} 3000\n");
    }

    [Theory]
    [InlineData("", false, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://a:4317", true, true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://a:4317", true, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://a:4317 OTEL_LOGS_EXPORTER=none", true, true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://a:4317 OTEL_SDK_DISABLED=true", false, false, false)]
    public void The_environment_says_which_signals_are_sent(string variables, bool traces, bool metrics, bool logs)
    {
        var read = new OtlpVariables(name => variables.Split(' ').Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => pair[0] == name)?[1]);

        (read.Traces, read.Metrics, read.Logs, read.Any).ShouldBe((traces, metrics, logs, traces || metrics || logs));
        read.Mistakes.ShouldBeEmpty();
    }

    private static string Text(Family family) => Encoding.UTF8.GetString(TextFormat.Write([family]));
}
