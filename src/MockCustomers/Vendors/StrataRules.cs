using MockCustomers.Customers;
using MockCustomers.Manifests;

namespace MockCustomers.Vendors;

/// <summary>Makes the strata of a population out of the kinds and states of a manifest.</summary>
internal static class StrataRules
{
    /// <summary>Every kind in every state that it can be in, weighted by both shares; null, and reported, when they cannot be told apart.</summary>
    public static IReadOnlyList<Stratum>? Strata(CustomerManifest manifest)
    {
        var kinds = manifest.Kinds.Count > 0 ? [.. manifest.Kinds.Select(k => (new Kind(k.Name, k.Subject), k.Share))] : new[] { (new Kind("customer", Subject.Person), 1) };
        var states = manifest.States.Count > 0 ? [.. manifest.States.Select(s => (new State(s.Name), s.Share, s.Kinds))] : new[] { (new State("any"), 1, (IReadOnlyList<string>)[]) };
        foreach (var state in manifest.States)
            foreach (var kind in state.Kinds.Where(k => manifest.Kinds.All(known => known.Name != k)))
                state.Node.Report($"'{kind}' is no kind", $"kinds: among: {string.Join(", ", manifest.Kinds.Select(k => k.Name))}");

        var cells = new List<(Kind Kind, State State, double Share)>();
        var kindTotal = (double)kinds.Sum(k => k.Item2);
        foreach (var (kind, kindShare) in kinds)
        {
            var open = states.Where(s => s.Item3.Count == 0 || s.Item3.Contains(kind.Name)).ToList();
            var total = (double)open.Sum(s => s.Item2);
            foreach (var (state, share, _) in open) cells.Add((kind, state, kindShare / kindTotal * share / total));
        }

        if (cells.Count is 0 or > Customers.Strata.Showcase)
        {
            manifest.Node.Report($"there are {cells.Count} combinations of kind and state", $"1 to {Customers.Strata.Showcase}, so that the first customers show them all");
            return null;
        }

        var weights = Weights([.. cells.Select(c => c.Share)]);
        return [.. cells.Select((c, i) => new Stratum(i, c.Kind, c.State, weights[i]))];
    }

    /// <summary>Shares of one as whole numbers that add up to a block: each at least 1, the largest remainders rounded up.</summary>
    private static int[] Weights(double[] shares)
    {
        var exact = shares.Select(s => s * Customers.Strata.Block).ToArray();
        var weights = exact.Select(e => Math.Max(1, (int)Math.Floor(e))).ToArray();
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - weights[i]).ThenBy(i => i).ToArray();
        for (var i = 0; weights.Sum() < Customers.Strata.Block; i = (i + 1) % order.Length) weights[order[i]]++;
        while (weights.Sum() > Customers.Strata.Block) weights[Array.IndexOf(weights, weights.Max())]--;
        return weights;
    }
}
