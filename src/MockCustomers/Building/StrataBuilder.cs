using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Building;

/// <summary>Builds the strata of a population out of the kinds and states of a manifest.</summary>
internal static class StrataBuilder
{
    /// <summary>Every kind in every state that it can be in, weighted by both shares; null, and reported, when they cannot be told apart.</summary>
    public static IReadOnlyList<Stratum>? Build(CustomerManifest manifest)
    {
        List<Weighted<Kind>> kinds = [.. manifest.Kinds.Select(k => new Weighted<Kind>(KindOf(k), k.Share, []))];
        if (kinds.Count == 0) kinds.Add(new Weighted<Kind>(new Kind("customer", Subject.Person), 1, []));
        List<Weighted<State>> states = [.. manifest.States.Select(s => new Weighted<State>(new State(s.Name) { FixedFields = FixedFieldsOf(s) }, s.Share, s.Kinds))];
        if (states.Count == 0) states.Add(new Weighted<State>(new State("any"), 1, []));
        foreach (var state in manifest.States)
            foreach (var kind in state.Kinds.Where(k => manifest.Kinds.All(known => known.Name != k)))
                state.Node.Report($"unknown kind '{kind}'", $"kinds: among: {string.Join(", ", manifest.Kinds.Select(k => k.Name))}");

        var cells = new List<Cell>();
        var kindTotal = (double)kinds.Sum(k => k.Share);
        foreach (var (kind, kindShare, _) in kinds)
        {
            var open = states.FindAll(s => s.Kinds.Count == 0 || s.Kinds.Contains(kind.Name));
            var total = (double)open.Sum(s => s.Share);
            foreach (var (state, share, _) in open) cells.Add(new Cell(kind, state, kindShare / kindTotal * share / total));
        }

        if (cells.Count is 0 or > Customers.Strata.Showcase)
        {
            manifest.Node.Report($"there are {cells.Count} combinations of kind and state", $"1 to {Customers.Strata.Showcase}, so that the first customers show them all");
            return null;
        }

        var weights = Weights(cells);
        return [.. cells.Select((c, i) => new Stratum(i, c.Kind, c.State, weights[i]))];
    }

    private static Kind KindOf(GroupManifest manifest) => new(manifest.Name, manifest.Subject)
    {
        FixedFields = FixedFieldsOf(manifest),
        OmittedFields = [.. manifest.Omit.Select(omit => omit.Key)],
    };

    private static FixedField[] FixedFieldsOf(GroupManifest manifest) =>
        [.. manifest.Set.Where(set => !set.Value.IsMap).Select(set => new FixedField(set.Key, set.Value.Json, PlainJson.Bytes(set.Value.Json)))];

    /// <summary>Shares of one as whole numbers that add up to a block: each at least 1, the largest remainders rounded up.</summary>
    private static int[] Weights(List<Cell> cells)
    {
        var weights = new int[cells.Count];
        var left = Customers.Strata.Block;
        for (var i = 0; i < weights.Length; i++) left -= weights[i] = Math.Max(1, (int)Math.Floor(cells[i].Exact));
        var order = new int[cells.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (one, other) => (cells[other].Exact - weights[other]).CompareTo(cells[one].Exact - weights[one]) is not 0 and var by ? by : one.CompareTo(other));
        for (var i = 0; left > 0; i = (i + 1) % order.Length, left--) weights[order[i]]++;
        for (; left < 0; left++) weights[Array.IndexOf(weights, weights.Max())]--;
        return weights;
    }

    /// <summary>A kind or state with its share.</summary>
    /// <param name="Kinds">For a state: the kinds that can be in it; empty for all.</param>
    private sealed record Weighted<T>(T Thing, int Share, IReadOnlyList<string> Kinds);

    /// <summary>A kind in a state.</summary>
    /// <param name="Share">Of all customers; all of them together are 1.</param>
    private sealed record Cell(Kind Kind, State State, double Share)
    {
        /// <summary>Its share of a block, not yet rounded.</summary>
        public double Exact => Share * Customers.Strata.Block;
    }
}
