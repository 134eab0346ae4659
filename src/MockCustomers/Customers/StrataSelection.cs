namespace MockCustomers.Customers;

/// <summary>Some customers, in the order of their numbers, such as those of some strata: how many there are, and which is the k-th, by arithmetic.</summary>
internal sealed class StrataSelection
{
    private readonly int[] showcase;
    private readonly int[] places;

    /// <summary>The customers of some strata.</summary>
    /// <param name="mask">A bit each, by their indexes.</param>
    internal StrataSelection(Strata strata, ulong mask)
        : this(strata, number => IsIn(mask, strata.Of(number)), place => IsIn(mask, strata.At(place))) => Mask = mask;

    /// <summary>Customers of whom each is chosen by where it stands.</summary>
    /// <param name="ofShowcase">Whether a showcase customer is in it, by its number.</param>
    /// <param name="ofPlace">Whether the customers at a place of the order are in it.</param>
    internal StrataSelection(Strata strata, Func<int, bool> ofShowcase, Func<int, bool> ofPlace)
    {
        Strata = strata;
        showcase = Which(Customers.Strata.Showcase, ofShowcase);
        places = Which(Customers.Strata.Block, ofPlace);
    }

    /// <summary>The strata that it holds: a bit each, by their indexes; 0 where it is not chosen by strata.</summary>
    internal ulong Mask { get; }

    /// <summary>The strata of all customers, at the time of the selection.</summary>
    internal Strata Strata { get; }

    public bool Holds(Stratum stratum) => IsIn(Mask, stratum);

    /// <summary>Whether it holds the customer of the population that has a number.</summary>
    public bool Holds(long number) =>
        Strata.PlaceOf(number) is var place and >= 0 ? Array.BinarySearch(places, place) >= 0 : Array.BinarySearch(showcase, (int)number) >= 0;

    /// <summary>How many of the first <paramref name="count"/> customers are in it.</summary>
    public long CountBelow(long count)
    {
        if (count <= Customers.Strata.Showcase) return Below(showcase, (int)count);
        var (blocks, rest) = Math.DivRem(count - Customers.Strata.Showcase, Customers.Strata.Block);
        var start = Strata.Start(blocks);
        var end = start + (int)rest;
        var inRest = end <= Customers.Strata.Block
            ? Below(places, end) - Below(places, start)
            : places.Length - Below(places, start) + Below(places, end - Customers.Strata.Block);
        return showcase.Length + blocks * places.Length + inRest;
    }

    /// <summary>The number of its k-th customer, counted from 0.</summary>
    /// <param name="k">Below what <see cref="CountBelow"/> gives for the whole population.</param>
    public long NumberOf(long k)
    {
        if (k < showcase.Length) return showcase[k];
        var (block, nth) = Math.DivRem(k - showcase.Length, places.Length);
        var start = Strata.Start(block);
        var place = places[(Below(places, start) + (int)nth) % places.Length];
        return Customers.Strata.Showcase + block * Customers.Strata.Block + (place - start + Customers.Strata.Block) % Customers.Strata.Block;
    }

    private static bool IsIn(ulong mask, Stratum stratum) => (mask & (1UL << stratum.Index)) != 0;

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
