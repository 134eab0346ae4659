namespace MockCustomers.Server.Telemetry;

/// <summary>The variables of the environment, OpenTelemetry's own, that say what is sent by OTLP. Read here, so that nothing of OpenTelemetry is loaded where nothing is.</summary>
/// <param name="variable">The value of a variable; null when there is none.</param>
internal sealed class OtlpVariables(Func<string, string?> variable)
{
    private static readonly string[] Signals = ["TRACES", "METRICS", "LOGS"];
    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    public static OtlpVariables OfProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>Whether anything is sent.</summary>
    public bool Any => Traces || Metrics || Logs;

    public bool Traces => IsSent("TRACES");

    public bool Metrics => IsSent("METRICS");

    public bool Logs => IsSent("LOGS");

    /// <summary>What is wrong with them, a sentence each: the SDK itself would go on with a default, and tell nobody.</summary>
    public IReadOnlyList<string> Mistakes =>
    [
        .. Named("ENDPOINT").Where(name => !IsUrl(variable(name)!)).Select(name => $"{name}: '{variable(name)}' is not right; a URL such as http://127.0.0.1:4318"),
        .. Named("PROTOCOL").Where(name => !Protocols.Contains(variable(name))).Select(name => $"{name}: '{variable(name)}' is not right; one of: {string.Join(", ", Protocols)}"),
        // The values are secrets, and are not repeated.
        .. Named("HEADERS").Where(name => !variable(name)!.Split(',').All(pair => pair.IndexOf('=', StringComparison.Ordinal) > 0)).Select(name => $"{name} is not right; pairs with commas between them, such as authorization=Bearer%20abc"),
    ];

    /// <summary>The variables of a kind that have a value: the one for all signals, and each signal's own.</summary>
    private IEnumerable<string> Named(string kind) => Signals.Select(signal => $"OTEL_EXPORTER_OTLP_{signal}_{kind}").Prepend($"OTEL_EXPORTER_OTLP_{kind}").Where(Has);

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https");

    /// <summary>Whether an endpoint is named, for all signals or for this one, and neither the SDK nor the signal is switched off.</summary>
    private bool IsSent(string signal) =>
        (Has("OTEL_EXPORTER_OTLP_ENDPOINT") || Has($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT")) && !Is("OTEL_SDK_DISABLED", "true") && !Is($"OTEL_{signal}_EXPORTER", "none");

    private bool Has(string name) => variable(name) is { Length: > 0 };

    private bool Is(string name, string value) => string.Equals(variable(name)?.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
