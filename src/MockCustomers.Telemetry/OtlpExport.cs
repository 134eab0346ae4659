using Microsoft.Extensions.Logging;
using MockCustomers.Events;
using MockCustomers.Journal;
using MockCustomers.Server;
using MockCustomers.Server.Telemetry;
using MockCustomers.Vendors;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MockCustomers.Telemetry;

/// <summary>OpenTelemetry's SDK with its OTLP exporter, as the environment's OTEL_ variables set it up.</summary>
internal sealed class OtlpExport : ISignalExport
{
    private const string Service = "mockcustomers";

    /// <summary>Requests to a vendor's own API and those of stubs, as .NET itself tells of them.</summary>
    private const string HttpClients = "System.Net.Http";

    private readonly TracerProvider? traces;
    private readonly MeterProvider? metrics;
    private readonly ILoggerFactory? logs;
    private readonly EventLog? log;

    public OtlpExport(OtlpVariables variables)
    {
        if (variables.Traces) traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource()).AddSource(Signals.Name, HttpClients).AddOtlpExporter().Build();
        if (variables.Metrics) metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource()).AddMeter([Signals.Name, .. Signals.OtherMeters]).AddOtlpExporter().Build();
        if (!variables.Logs) return;
        logs = LoggerFactory.Create(builder => builder.AddOpenTelemetry(options =>
        {
            options.SetResourceBuilder(Resource());
            options.IncludeFormattedMessage = true;
            options.AddOtlpExporter();
        }));
        log = new EventLog(logs.CreateLogger(Signals.Name));
    }

    public void Started(SandboxServer sandbox) => log?.Started(sandbox);

    public void Stopped() => log?.Stopped();

    public void Answered(JournalEntry entry)
    {
        if (entry.Fault is not null) log?.Refused(entry);
    }

    public void Attempted(WebhookEvent attempt)
    {
        if (attempt.Error is not null) log?.NotDelivered(attempt);
    }

    public void Reloaded(ReloadReport report) => log?.Reloaded(report);

    public void Unexpected(string vendor, Exception exception) => log?.Unexpected(vendor, exception);

    /// <summary>Sends what is still waiting, and ends.</summary>
    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
        logs?.Dispose();
    }

    /// <summary>Who tells: what the environment says wins over what we say.</summary>
    private static ResourceBuilder Resource() =>
        ResourceBuilder.CreateEmpty().AddService(Service, serviceVersion: EngineVersion.Text).AddTelemetrySdk().AddEnvironmentVariableDetector();
}
