using System.Diagnostics;
using System.Diagnostics.Metrics;
using MockCustomers.Vendors;

namespace MockCustomers.Server.Telemetry;

/// <summary>What a sandbox tells to whoever watches it: spans and metrics, in the words of OpenTelemetry's semantic conventions.</summary>
/// <remarks>The runtime's own classes: whoever listens (an exporter, a profiler, GET /metrics) does so from outside, and without one nothing is made.</remarks>
internal sealed class Signals : IDisposable
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "MockCustomers";

    /// <summary>The meters whose metrics are of use beside ours: the runtime's and Kestrel's.</summary>
    public static IReadOnlyList<string> OtherMeters { get; } = ["System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly Lazy<Instruments> instruments;
    private volatile Meter? meter;

    /// <param name="sandbox">Asked for what is so at a moment: how many sessions, how many customers in which state.</param>
    public Signals(ISandboxCounts sandbox)
    {
        Spans = new ActivitySource(Name, EngineVersion.Text);
        instruments = new Lazy<Instruments>(() => new Instruments(meter = new Meter(Name, EngineVersion.Text), sandbox));
    }

    /// <summary>Where spans come from.</summary>
    public ActivitySource Spans { get; }

    /// <summary>What is counted and measured; made when it is first asked for.</summary>
    public Instruments Instruments => instruments.Value;

    /// <summary>Whether an instrument is one of these, also while they are being made.</summary>
    public bool Own(Instrument instrument) => instrument.Meter == meter;

    /// <summary>Lets those who listen to meters know of the instruments, which nobody may have asked for yet.</summary>
    public void Publish() => _ = Instruments;

    public void Dispose()
    {
        Spans.Dispose();
        meter?.Dispose();
    }
}
