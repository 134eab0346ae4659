namespace MockCustomers.Server.Telemetry;

/// <summary>The variables of the environment, OpenTelemetry's own, that say what is sent by OTLP. Read here, so that nothing of OpenTelemetry is loaded where nothing is.</summary>
/// <param name="variable">The value of a variable; null when there is none.</param>
internal sealed class OtlpVariables(Func<string, string?> variable)
{
    public static OtlpVariables OfProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>Whether anything is sent.</summary>
    public bool Any => Traces || Metrics || Logs;

    public bool Traces => IsSent("TRACES");

    public bool Metrics => IsSent("METRICS");

    public bool Logs => IsSent("LOGS");

    /// <summary>Whether an endpoint is named, for all signals or for this one, and neither the SDK nor the signal is switched off.</summary>
    private bool IsSent(string signal) =>
        (Has("OTEL_EXPORTER_OTLP_ENDPOINT") || Has($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT")) && !Is("OTEL_SDK_DISABLED", "true") && !Is($"OTEL_{signal}_EXPORTER", "none");

    private bool Has(string name) => variable(name) is { Length: > 0 };

    private bool Is(string name, string value) => string.Equals(variable(name)?.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
