namespace MockCustomers.Server.Telemetry.Prometheus;

/// <summary>What was counted or measured under one set of labels.</summary>
/// <param name="buckets">How many there are; 0 for what is no histogram.</param>
internal sealed class Series(KeyValuePair<string, object?>[] tags, int buckets)
{
    /// <summary>The label of all that has too many labels, as OpenTelemetry calls it.</summary>
    public const string Overflow = "otel.metric.overflow";

    private readonly long[] counts = new long[buckets];
    private double value;

    /// <summary>Another one whose labels have the same hash; null for none.</summary>
    public Series? Next { get; init; }

    public IReadOnlyList<KeyValuePair<string, object?>> Tags => tags;

    /// <summary>The value, or the sum of what was measured.</summary>
    public double Value => Volatile.Read(ref value);

    /// <summary>How many measurements fell into each bucket, one after another.</summary>
    public long CountOf(int bucket) => Interlocked.Read(ref counts[bucket]);

    public bool Has(ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        if (others.Length != tags.Length) return false;
        for (var i = 0; i < tags.Length; i++)
            if (tags[i].Key != others[i].Key || !Equals(tags[i].Value, others[i].Value)) return false;
        return true;
    }

    public void Set(double measured) => Volatile.Write(ref value, measured);

    public void Add(double measured)
    {
        var seen = Volatile.Read(ref value);
        while (true)
        {
            var before = Interlocked.CompareExchange(ref value, seen + measured, seen);
            if (before.Equals(seen)) return;
            seen = before;
        }
    }

    public void Observe(double measured, double[] bounds)
    {
        var bucket = 0;
        while (bucket < bounds.Length && measured > bounds[bucket]) bucket++;
        Interlocked.Increment(ref counts[bucket]);
        Add(measured);
    }
}
