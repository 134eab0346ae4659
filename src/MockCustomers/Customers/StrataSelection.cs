namespace MockCustomers.Customers;

/// <summary>The customers of some strata, in the order of their numbers: how many there are, and which is the k-th, by arithmetic.</summary>
internal sealed class StrataSelection
{
    private readonly Strata strata;
    private readonly int[] showcase;
    private readonly int[] places;

    internal StrataSelection(Strata strata, ulong mask)
    {
        this.strata = strata;
        Mask = mask;
        showcase = Which(Strata.Showcase, number => Holds(strata.Of(number)));
        places = Which(Strata.Block, place => Holds(strata.InOrder(place)));
    }

    /// <summary>The strata that it holds: a bit each, by their indexes.</summary>
    internal ulong Mask { get; }

    public bool Holds(Stratum stratum) => (Mask & (1UL << stratum.Index)) != 0;

    /// <summary>Whether it holds the customer of the population that has a number.</summary>
    public bool Holds(long number) => Holds(strata.Of(number));

    /// <summary>How many of the first <paramref name="count"/> customers are in it.</summary>
    public long CountBelow(long count)
    {
        if (count <= Strata.Showcase) return Below(showcase, (int)count);
        var (blocks, rest) = Math.DivRem(count - Strata.Showcase, Strata.Block);
        var start = strata.Start(blocks);
        var end = start + (int)rest;
        var inRest = end <= Strata.Block
            ? Below(places, end) - Below(places, start)
            : places.Length - Below(places, start) + Below(places, end - Strata.Block);
        return showcase.Length + blocks * places.Length + inRest;
    }

    /// <summary>The number of its k-th customer, counted from 0.</summary>
    /// <param name="k">Below what <see cref="CountBelow"/> gives for the whole population.</param>
    public long NumberOf(long k)
    {
        if (k < showcase.Length) return showcase[k];
        var (block, nth) = Math.DivRem(k - showcase.Length, places.Length);
        var start = strata.Start(block);
        var place = places[(Below(places, start) + (int)nth) % places.Length];
        return Strata.Showcase + block * Strata.Block + (place - start + Strata.Block) % Strata.Block;
    }

    /// <summary>The numbers below a bound that hold, in their order.</summary>
    private static int[] Which(int bound, Func<int, bool> holds)
    {
        var which = new List<int>();
        for (var number = 0; number < bound; number++)
            if (holds(number)) which.Add(number);
        return [.. which];
    }

    /// <summary>How many entries of a sorted list are below a bound.</summary>
    private static int Below(int[] sorted, int bound)
    {
        var found = Array.BinarySearch(sorted, bound);
        return found < 0 ? ~found : found;
    }
}
