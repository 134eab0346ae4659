using System.Diagnostics;
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

    /// <param name="sandbox">Asked for what is so at a moment: how many sessions, how many customers in which state.</param>
    public Signals(ISandboxCounts sandbox)
    {
        Spans = new ActivitySource(Name, EngineVersion.Text);
        Instruments = new Instruments(Name, EngineVersion.Text, sandbox);
    }

    /// <summary>Where spans come from.</summary>
    public ActivitySource Spans { get; }

    /// <summary>What is counted and measured.</summary>
    public Instruments Instruments { get; }

    public void Dispose()
    {
        Spans.Dispose();
        Instruments.Dispose();
    }
}
