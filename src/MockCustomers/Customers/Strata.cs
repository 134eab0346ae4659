using System.Collections.Concurrent;

namespace MockCustomers.Customers;

/// <summary>Which customer is of which kind and in which state, both ways, without a table of customers.</summary>
/// <remarks>
/// The numbers fall into blocks of <see cref="Block"/>; each block holds every stratum exactly as often as its weight says, in one
/// shuffled order that each block begins at another place. So the share of a stratum is exact, and both "the stratum of
/// number n" and "the k-th number of these strata" are arithmetic. Before the blocks stand the first <see cref="Showcase"/>
/// customers, in which every stratum turns up in order.
/// </remarks>
internal sealed class Strata
{
    /// <summary>How many customers at the front show everything there is.</summary>
    public const int Showcase = 50;

    /// <summary>How many customers a block holds.</summary>
    public const int Block = 1000;

    /// <summary>More selections than that are made anew each time: the strata that clients ask for together are few.</summary>
    private const int MostSelections = 64;

    private readonly Stratum[] strata;
    private readonly Stratum[] order;
    private readonly int[] showcaseRanks;
    private readonly ulong seed;
    private readonly Dictionary<StratumName, Stratum> byName;
    private readonly ConcurrentDictionary<ulong, StrataSelection> selections = new();

    /// <param name="seed">Equal seeds give equal layouts.</param>
    /// <param name="strata">At least one and at most 50; their weights add up to <see cref="Block"/>.</param>
    public Strata(ulong seed, IReadOnlyList<Stratum> strata)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(strata.Count, Showcase);
        ArgumentOutOfRangeException.ThrowIfNotEqual(strata.Sum(s => s.Weight), Block);
        this.seed = seed;
        this.strata = [.. strata];
        order = new Stratum[Block];
        showcaseRanks = new int[Showcase];
        byName = strata.ToDictionary(stratum => stratum.Name);
        var shuffle = new Permutation(seed, Block);
        var place = 0UL;
        foreach (var stratum in strata)
            for (var i = 0; i < stratum.Weight; i++)
                order[shuffle.Of(place++)] = stratum;
        for (var number = 1; number < Showcase; number++)
            for (var before = 0; before < number; before++)
                if (Of(before).Kind == Of(number).Kind) showcaseRanks[number]++;
    }

    private Strata(Strata first, Stratum[] order, long from, long until)
    {
        seed = first.seed;
        strata = first.strata;
        byName = first.byName;
        showcaseRanks = first.showcaseRanks;
        this.order = order;
        From = from;
        Until = until;
    }

    public IReadOnlyList<Stratum> All => strata;

    /// <summary>The first moment at which the customers are in these strata, as Unix microseconds.</summary>
    public long From { get; } = long.MinValue;

    /// <summary>The first moment at which some customer is in another one, as Unix microseconds.</summary>
    public long Until { get; } = long.MaxValue;

    /// <summary>Where a customer stands in the order that all blocks share; -1 for a showcase customer.</summary>
    /// <returns>0 to <see cref="Block"/> - 1.</returns>
    public int PlaceOf(long number)
    {
        if (number < Showcase) return -1;
        var (block, place) = Math.DivRem(number - Showcase, Block);
        return (int)((place + Start(block)) % Block);
    }

    /// <summary>The stratum of all customers that stand at a place of the order.</summary>
    public Stratum At(int place) => order[place];

    /// <summary>The same customers at another time.</summary>
    /// <param name="order">The stratum of each place.</param>
    internal Strata With(Stratum[] order, long from, long until) => new(this, order, from, until);

    /// <summary>The stratum of a customer.</summary>
    public Stratum Of(long number) => PlaceOf(number) is var place and >= 0 ? order[place] : strata[number % strata.Length];

    /// <summary>How many customers of the same kind stand before a showcase customer.</summary>
    internal int ShowcaseRank(int number) => showcaseRanks[number];

    /// <summary>The stratum of a kind and a state; null when there is none.</summary>
    public Stratum? Find(StratumName name) => byName.GetValueOrDefault(name);

    /// <summary>The customers of some strata as a list of their own.</summary>
    public StrataSelection Select(Func<Stratum, bool> belongs) => Select(Mask(belongs));

    /// <summary>The customers of some strata as a list of their own.</summary>
    /// <param name="mask">As <see cref="Mask"/> gives it.</param>
    internal StrataSelection Select(ulong mask)
    {
        if (selections.TryGetValue(mask, out var known)) return known;
        var selection = new StrataSelection(this, mask);
        if (selections.Count < MostSelections) selections.TryAdd(mask, selection);
        return selection;
    }

    /// <summary>Some strata: a bit each, by their indexes.</summary>
    internal ulong Mask(Func<Stratum, bool> belongs)
    {
        var mask = 0UL;
        foreach (var stratum in All)
            if (belongs(stratum)) mask |= 1UL << stratum.Index;
        return mask;
    }

    /// <summary>Where in the shuffled order a block begins.</summary>
    internal int Start(long block) => StableHash.Below(StableHash.Of(seed, (ulong)block), Block);
}
