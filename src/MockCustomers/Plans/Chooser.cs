using MockCustomers.Customers;

namespace MockCustomers.Plans;

/// <summary>Chooses one of several for each customer, by shares and a stream of its own.</summary>
/// <remarks>The showcase customers take turns instead, so that every choice is seen early.</remarks>
internal sealed class Chooser
{
    private readonly ulong seed;
    private readonly int[] bounds;
    private readonly int total;

    /// <param name="seed">The seed of its stream.</param>
    /// <param name="shares">Each at least 1.</param>
    public Chooser(ulong seed, IReadOnlyList<int> shares)
    {
        this.seed = seed;
        bounds = new int[shares.Count];
        for (var i = 0; i < shares.Count; i++) bounds[i] = total += shares[i];
    }

    public int Choose(Draw draw)
    {
        if (draw.IsShowcase) return Turn((int)draw.Number, draw.Population.Strata.All.Count);
        var place = Mix.Below(draw.StreamOf(seed), total);
        var choice = 0;
        while (place >= bounds[choice]) choice++;
        return choice;
    }

    /// <summary>Each stratum turns up once a round, and takes the next choice every round.</summary>
    private int Turn(int number, int strata) =>
        (int)(((ulong)(number / strata + number % strata) + seed % (ulong)bounds.Length) % (ulong)bounds.Length);
}
