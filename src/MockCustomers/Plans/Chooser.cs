using MockCustomers.Customers;

namespace MockCustomers.Plans;

/// <summary>Chooses one of several for each customer, by shares and a stream of its own.</summary>
/// <remarks>
/// Among the showcase customers of each stratum some show one choice each, so that every choice is seen early: which ones, is shuffled
/// for each chooser and stratum, so that no two fields go in step. The others choose by share, as everybody does.
/// </remarks>
internal sealed class Chooser
{
    private readonly ulong seed;
    private readonly int[] bounds;
    private readonly int total;

    /// <param name="seed">The seed of its stream.</param>
    /// <param name="shares">Each at least 1.</param>
    public Chooser(ulong seed, ReadOnlySpan<int> shares)
    {
        this.seed = seed;
        bounds = new int[shares.Length];
        for (var i = 0; i < shares.Length; i++) bounds[i] = total += shares[i];
    }

    /// <summary>One that chooses each as often as the others.</summary>
    public static Chooser OfEqual(ulong seed, int choices)
    {
        var shares = new int[choices];
        Array.Fill(shares, 1);
        return new Chooser(seed, shares);
    }

    public int Choose(CustomerContext context)
    {
        if (context.IsShowcase && Shown((int)context.Number, context.Population.Strata.All.Count) is var shown and >= 0) return shown;
        var place = StableHash.Below(context.StreamOf(seed), total);
        var choice = 0;
        while (place >= bounds[choice]) choice++;
        return choice;
    }

    /// <summary>The choice that a showcase customer is to show; -1 when it may choose.</summary>
    /// <remarks>Each stratum turns up once a round. One with fewer rounds than there are choices leaves the next choices to the next stratum.</remarks>
    private int Shown(int number, int strata)
    {
        var (round, stratum) = Math.DivRem(number, strata);
        var rounds = (Strata.Showcase - stratum + strata - 1) / strata;
        var rank = Rank(round, rounds, StableHash.Of(seed, (ulong)stratum));
        return rank < bounds.Length ? (rank + stratum * (Strata.Showcase / strata)) % bounds.Length : -1;
    }

    /// <summary>Where a round stands when the rounds are shuffled.</summary>
    private static int Rank(int round, int rounds, ulong key)
    {
        var own = StableHash.Of(key, (ulong)round);
        var rank = 0;
        for (var other = 0; other < rounds; other++)
            if (StableHash.Of(key, (ulong)other) < own) rank++;
        return rank;
    }
}
