using System.Diagnostics.Metrics;

namespace MockCustomers.Server.Telemetry.Prometheus;

/// <summary>The names of metrics as OpenTelemetry's compatibility specification writes them for Prometheus: http_server_request_duration_seconds.</summary>
internal static class MetricName
{
    private const string Total = "_total";

    public static string Of(Instrument instrument)
    {
        var name = Label(instrument.Name);
        if (Unit(instrument.Unit) is { } unit && !name.EndsWith("_" + unit, StringComparison.Ordinal)) name += "_" + unit;
        return MetricKind.Of(instrument) == MetricKind.Counter && !name.EndsWith(Total, StringComparison.Ordinal) ? name + Total : name;
    }

    /// <summary>A name with nothing in it that Prometheus does not take.</summary>
    public static string Label(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    /// <summary>null for none: what stands in braces only says what is counted.</summary>
    private static string? Unit(string? unit) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        _ => null,
    };
}
