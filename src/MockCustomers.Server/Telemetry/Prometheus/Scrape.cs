using System.Diagnostics.Metrics;

namespace MockCustomers.Server.Telemetry.Prometheus;

/// <summary>Counts what a sandbox's instruments say from the moment at which it is first asked, and shows it to Prometheus.</summary>
internal sealed class Scrape(Signals signals) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<Family> families = [];
    private MeterListener? listener;

    /// <summary>Counts from now on, unless it does already.</summary>
    public void Start()
    {
        // Before the gate: whoever makes them tells listeners meanwhile, who want it.
        signals.Publish();
        lock (gate)
        {
            if (listener is not null) return;
            listener = new MeterListener { InstrumentPublished = Publish };
            listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((Family)family!).Add(value, tags));
            listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((Family)family!).Add(value, tags));
            listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((Family)family!).Add(value, tags));
            listener.Start();
        }
    }

    /// <summary>All that was counted, as Prometheus reads it.</summary>
    public ReadOnlyMemory<byte> Read()
    {
        Start();
        lock (gate)
        {
            foreach (var family in families) family.Forget();
            listener!.RecordObservableInstruments();
            return TextFormat.Write(families);
        }
    }

    public void Dispose()
    {
        lock (gate) listener?.Dispose();
    }

    /// <remarks>Kestrel makes instruments later, too, without the gate being held.</remarks>
    private void Publish(Instrument instrument, MeterListener listening)
    {
        if (!signals.Own(instrument) && !Signals.OtherMeters.Contains(instrument.Meter.Name)) return;
        lock (gate)
        {
            var name = MetricName.Of(instrument);
            var family = families.Find(known => known.Name == name);
            if (family is null) families.Add(family = new Family(name, instrument));
            listening.EnableMeasurementEvents(instrument, family);
        }
    }
}
