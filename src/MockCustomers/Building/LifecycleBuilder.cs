using MockCustomers.Lifecycles;
using MockCustomers.Manifests;

namespace MockCustomers.Building;

/// <summary>Builds the lifecycle of a vendor's customers, reporting whatever in it cannot be.</summary>
internal static class LifecycleBuilder
{
    /// <summary>The lifecycle; what is wrong with it is reported.</summary>
    public static Lifecycle Build(CustomerManifest customer)
    {
        if (customer.Lifecycle is not { } manifest) return Lifecycle.Still;
        var known = customer.States.Select(state => state.Name).ToHashSet();
        Check(manifest, known);
        var transitions = manifest.Moves.SelectMany(move => move.From.Select(from => new Transition(from, move.To, move.After, move.Share))).ToList();
        CheckTimes(manifest, transitions);
        var lifecycle = new Lifecycle(manifest.First, transitions, Of(manifest.Created) ?? Destination.Stay, Sentinels(manifest.Sentinels, customer));
        if (manifest.First is { } first && known.Contains(first)) CheckReach(manifest, first, transitions, known);
        foreach (var destination in Destinations(manifest).Where(destination => !transitions.Exists(way => way.After is not null && way.To == destination.To)))
            destination.Node.Report($"no customer comes into the state '{destination.To}' by itself", "a state to which a move with 'after' leads");
        return lifecycle;
    }

    /// <summary>Reports the moves of an operation that are not legal.</summary>
    public static void Check(MappingManifest mapping, CustomerManifest customer)
    {
        if (mapping.Action != "move" || customer.Lifecycle is not { } lifecycle) return;
        foreach (var move in mapping.Write.Moves)
        {
            if (move.To is not { } to) continue;
            var froms = move.From.Count > 0 ? move.From : customer.States.Select(state => state.Name);
            foreach (var from in froms.Where(from => from != to && !lifecycle.Moves.Any(legal => legal.To == to && legal.From.Contains(from))))
                mapping.Node.Report($"the move from '{from}' to '{to}' is not legal", "a move of customer: lifecycle: moves");
        }
    }

    private static void Check(LifecycleManifest manifest, HashSet<string> known)
    {
        if (manifest.First is { } first && !known.Contains(first)) manifest.Node.Report($"unknown state '{first}'", Right(known));
        var seen = new HashSet<(string, string)>();
        foreach (var move in manifest.Moves)
        {
            foreach (var state in move.From.Append(move.To).Where(state => state.Length > 0 && !known.Contains(state))) move.Node.Report($"unknown state '{state}'", Right(known));
            foreach (var from in move.From)
            {
                if (from == move.To) move.Node.Report($"a move from '{from}' to itself is none", "two states");
                else if (!seen.Add((from, move.To))) move.Node.Report($"the move from '{from}' to '{move.To}' is there twice", "each move once");
            }
        }

        foreach (var destination in Destinations(manifest).Where(destination => !known.Contains(destination.To))) destination.Node.Report($"unknown state '{destination.To}'", Right(known));
    }

    private static void CheckTimes(LifecycleManifest manifest, List<Transition> transitions)
    {
        foreach (var from in transitions.Where(way => way.After is not null).Select(way => way.From).Distinct())
        {
            var sum = 0;
            foreach (var way in transitions)
                if (way.After is not null && way.From == from) sum += way.Share;
            if (sum > 100) manifest.Node.Report($"{sum} of a hundred customers leave the state '{from}' by themselves", "shares of 100 at most together");
        }
    }

    private static void CheckReach(LifecycleManifest manifest, string first, List<Transition> transitions, HashSet<string> known)
    {
        var reached = new HashSet<string> { first };
        var open = new Queue<string>([first]);
        while (open.TryDequeue(out var state))
            foreach (var way in transitions.Where(way => way.From == state))
                if (reached.Add(way.To)) open.Enqueue(way.To);
        foreach (var state in known.Except(reached).Order(StringComparer.Ordinal))
            manifest.Node.Report($"no legal way leads from '{first}' to '{state}'", "a move to it");
    }

    private static Sentinels? Sentinels(SentinelsManifest? manifest, CustomerManifest customer)
    {
        if (manifest is null) return null;
        if (!customer.Keys.Contains(manifest.Field)) manifest.Node.Report($"no customer can be found by '{manifest.Field}'", $"field: one of the keys of customer: {string.Join(", ", customer.Keys)}");
        return new Sentinels(manifest.Field, manifest.Values.ToDictionary(value => value.Value, value => Of(value.Destination)!));
    }

    private static IEnumerable<DestinationManifest> Destinations(LifecycleManifest manifest)
    {
        if (manifest.Created is { } created) yield return created;
        foreach (var sentinel in manifest.Sentinels?.Values ?? []) yield return sentinel.Destination;
    }

    private static Destination? Of(DestinationManifest? manifest) => manifest is null ? null : new Destination(manifest.To, manifest.Pace / 100.0);

    private static string Right(HashSet<string> known) => $"one of: {string.Join(", ", known.Order(StringComparer.Ordinal))}";
}
