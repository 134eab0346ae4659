using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MockCustomers.Server.Telemetry;

/// <summary>A sandbox's metrics.</summary>
internal sealed class Instruments
{
    /// <summary>In seconds: those that the conventions advise, and below them shorter ones, as a sandbox answers in microseconds.</summary>
    private static readonly double[] Durations = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    /// <param name="meter">Whose instruments they are.</param>
    public Instruments(Meter meter, ISandboxCounts sandbox)
    {
        RequestDuration = meter.CreateHistogram("http.server.request.duration", "s", "How long vendors took to answer requests, delays that were asked for included", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Durations });
        ActiveRequests = meter.CreateUpDownCounter<long>("http.server.active_requests", "{request}", "How many requests to vendors are under way");
        Refusals = meter.CreateCounter<long>("mockcustomers.refusals", "{refusal}", "How many requests vendors refused, by reason");
        FaultsStruck = meter.CreateCounter<long>("mockcustomers.faults.struck", "{fault}", "How many requests a fault of the user's struck");
        StubsHit = meter.CreateCounter<long>("mockcustomers.stubs.hit", "{request}", "How many requests a stub answered");
        WebhookAttempts = meter.CreateCounter<long>("mockcustomers.webhooks.attempts", "{attempt}", "How often webhooks were sent, again ones included, by outcome");
        meter.CreateObservableUpDownCounter("mockcustomers.sessions.open", () => sandbox.Sessions, "{session}", "How many sessions are open, the default one among them");
        meter.CreateObservableGauge("mockcustomers.customers", () => sandbox.Customers.Select(Measured), "{customer}", "How many customers the default session has, by kind and state");
    }

    public Histogram<double> RequestDuration { get; }

    public UpDownCounter<long> ActiveRequests { get; }

    public Counter<long> Refusals { get; }

    public Counter<long> FaultsStruck { get; }

    public Counter<long> StubsHit { get; }

    public Counter<long> WebhookAttempts { get; }

    /// <summary>Whether anybody wants to know of requests.</summary>
    public bool CountRequests => RequestDuration.Enabled || ActiveRequests.Enabled;

    private static Measurement<long> Measured(StateCount counted) => new(counted.Count, new TagList
    {
        { Attributes.Vendor, counted.Vendor },
        { Attributes.CustomerKind, counted.Kind },
        { Attributes.CustomerState, counted.State },
    });
}
