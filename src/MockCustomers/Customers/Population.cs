namespace MockCustomers.Customers;

/// <summary>A vendor's customers as a pure function: number to facts. Nothing is stored.</summary>
internal sealed class Population
{
    /// <summary>The largest population: a million million.</summary>
    public const long Largest = 1_000_000_000_000;

    /// <param name="seed">The sandbox's seed.</param>
    /// <param name="vendor">The vendor's name: two vendors have nobody in common.</param>
    /// <param name="size">0 to <see cref="Largest"/>.</param>
    /// <param name="epoch">The sandbox's date, as Unix microseconds.</param>
    public Population(
        Seed seed, string vendor, long size, long epoch, IEnumerable<Fact> facts, Func<ulong, Strata> strata)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Largest);
        Seed = StableHash.Of(seed.Value, vendor);
        Size = size;
        Timeline = new Timeline(epoch, StableHash.Of(Seed, "created"));
        Facts = new FactSheet(Seed, facts);
        Strata = strata(StableHash.Of(Seed, "strata"));
    }

    /// <summary>The seed of this vendor's population.</summary>
    public ulong Seed { get; }

    /// <summary>How many customers there are.</summary>
    public long Size { get; }

    public Timeline Timeline { get; }

    public FactSheet Facts { get; }

    public Strata Strata { get; }
}
