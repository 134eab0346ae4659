using System.Diagnostics.Metrics;

namespace MockCustomers.Server.Telemetry.Prometheus;

/// <summary>One metric with its series, a series for each set of labels.</summary>
/// <remarks>Read without a lock: the table of the series is replaced when there is a new one.</remarks>
internal sealed class Family
{
    /// <summary>What comes with other labels than these many is counted together, under one label that says so.</summary>
    private const int MostSeries = 2000;

    /// <summary>In seconds, where an instrument advises none: the conventions' own.</summary>
    private static readonly double[] Usual = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly Lock adding = new();
    private readonly double[]? bounds;
    private readonly bool isSet;
    private readonly bool isAsked;
    private volatile Dictionary<int, Series> table = [];
    private volatile Series[] all = [];

    public Family(string name, Instrument instrument)
    {
        Name = name;
        Kind = MetricKind.Of(instrument);
        Help = instrument.Description ?? instrument.Name;
        isAsked = instrument.IsObservable;
        isSet = isAsked || instrument is Gauge<long> or Gauge<double> or Gauge<int>;
        if (Kind == MetricKind.Histogram) bounds = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries?.ToArray() ?? Usual;
    }

    public string Name { get; }

    public string Kind { get; }

    public string Help { get; }

    /// <summary>In seconds and the like, ascending; empty for what is no histogram.</summary>
    public IReadOnlyList<double> Bounds => bounds ?? [];

    public IReadOnlyList<Series> All => all;

    /// <summary>Takes a measurement.</summary>
    public void Add(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = Of(tags);
        if (bounds is not null) series.Observe(value, bounds);
        else if (isSet) series.Set(value);
        else series.Add(value);
    }

    /// <summary>Forgets what is asked for anew at each time.</summary>
    public void Forget()
    {
        if (!isAsked) return;
        lock (adding) (table, all) = ([], []);
    }

    private Series Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = Hash(tags);
        for (var found = table.GetValueOrDefault(hash); found is not null; found = found.Next)
            if (found.Has(tags)) return found;
        return Made(hash, tags);
    }

    private Series Made(int hash, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (adding)
        {
            for (var found = table.GetValueOrDefault(hash); found is not null; found = found.Next)
                if (found.Has(tags)) return found;
            if (all.Length >= MostSeries && tags is not [{ Key: Series.Overflow }]) return Of([KeyValuePair.Create<string, object?>(Series.Overflow, "true")]);
            var made = new Series(tags.ToArray(), bounds is null ? 0 : bounds.Length + 1) { Next = table.GetValueOrDefault(hash) };
            table = new Dictionary<int, Series>(table) { [hash] = made };
            all = [.. all, made];
            return made;
        }
    }

    private static int Hash(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = new HashCode();
        foreach (var (name, value) in tags)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
