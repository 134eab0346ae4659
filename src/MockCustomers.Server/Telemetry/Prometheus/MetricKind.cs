using System.Diagnostics.Metrics;

namespace MockCustomers.Server.Telemetry.Prometheus;

/// <summary>The kinds of metrics by Prometheus's names.</summary>
internal static class MetricKind
{
    public const string Counter = "counter";
    public const string Gauge = "gauge";
    public const string Histogram = "histogram";

    public static string Of(Instrument instrument) => instrument switch
    {
        Counter<long> or Counter<int> or Counter<double> or ObservableCounter<long> or ObservableCounter<int> or ObservableCounter<double> => Counter,
        Histogram<double> or Histogram<long> or Histogram<int> => Histogram,
        _ => Gauge,
    };
}
