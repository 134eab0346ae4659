using MockCustomers.Customers;
using MockCustomers.Delays;

namespace MockCustomers.Lifecycles;

/// <summary>The states of a vendor's customers and the moves between them: which are legal, and which a customer makes by itself.</summary>
internal sealed class Lifecycle
{
    /// <summary>By itself no customer makes more moves than that in a row: what comes after is another decade.</summary>
    public const int MostSteps = 16;

    private const long Second = 1_000_000;
    private readonly Dictionary<string, List<Transition>> legal = [];
    private readonly Dictionary<string, List<Transition>> timed = [];

    /// <param name="first">The state in which every customer begins; null for that in which it is.</param>
    /// <param name="transitions">Every legal move; empty when any is.</param>
    /// <param name="created">Where the customers that clients write are going.</param>
    /// <param name="sentinels">null when no value chooses anything.</param>
    public Lifecycle(string? first, IReadOnlyList<Transition> transitions, Destination created, Sentinels? sentinels)
    {
        First = first;
        Transitions = transitions;
        Created = created;
        Sentinels = sentinels;
        foreach (var transition in transitions)
        {
            Of(legal, transition.From).Add(transition);
            if (transition.After is not null) Of(timed, transition.From).Add(transition);
        }

        static List<Transition> Of(Dictionary<string, List<Transition>> map, string from) => map.TryGetValue(from, out var known) ? known : map[from] = [];
    }

    /// <summary>A vendor whose manifest has no lifecycle: any move is legal, and none comes by itself.</summary>
    public static Lifecycle Still { get; } = new(null, [], Destination.Stay, null);

    /// <summary>The state in which every customer begins; null for that in which it is.</summary>
    public string? First { get; }

    public IReadOnlyList<Transition> Transitions { get; }

    /// <summary>Where the customers that clients write are going, unless a value chooses something else.</summary>
    public Destination Created { get; }

    /// <summary>null when no value chooses anything.</summary>
    public Sentinels? Sentinels { get; }

    /// <summary>Whether customers move by themselves.</summary>
    public bool IsMoving => timed.Count > 0;

    /// <summary>Whether a customer may go from one state to another; to stay is always legal.</summary>
    public bool Allows(string from, string to) =>
        from == to || Transitions.Count == 0 || (legal.TryGetValue(from, out var ways) && ways.Exists(way => way.To == to));

    /// <summary>The states to which a customer of a stratum may go, in the order of the manifest.</summary>
    public IReadOnlyList<string> LegalFrom(Stratum stratum, Strata strata)
    {
        var open = strata.All.Where(other => other.Kind == stratum.Kind && other != stratum).Select(other => other.State.Name);
        return [.. open.Where(state => Allows(stratum.State.Name, state)).Distinct()];
    }

    /// <summary>What becomes of a customer of the population by itself: drawn.</summary>
    /// <param name="stratum">Its kind and state.</param>
    /// <param name="since">From when on, as Unix microseconds: a time at which it is on its way already.</param>
    /// <param name="bits">Equal bits give equal courses.</param>
    public IReadOnlyList<Step> Draw(Stratum stratum, Strata strata, long since, ulong bits)
    {
        var steps = new List<Step>();
        var (state, at) = (stratum.State.Name, since);
        while (steps.Count < MostSteps)
        {
            bits = StableHash.Bits(bits);
            if (Drawn(Open(timed, state, stratum.Kind, strata), StableHash.Below(bits, 100)) is not { } way) break;
            var dwell = Delay.Microseconds(way.After!.Draw(StableHash.Of(bits, "dwell")));
            if (steps.Count == 0) dwell = (long)Math.BigMul(StableHash.Of(bits, "left"), (ulong)(dwell / Second), out _) * Second;
            at = Later(at, Math.Max(dwell, Second));
            if (at == long.MaxValue) break;
            steps.Add(new Step(at, state = way.To));
        }

        return steps;
    }

    /// <summary>What becomes of a customer that a client wrote by itself: it goes to where it is going, each time after the middle of the usual times.</summary>
    public IReadOnlyList<Step> Lead(Stratum stratum, Strata strata, long since, Destination destination)
    {
        if (destination.To is not { } to) return [];
        var steps = new List<Step>();
        var (state, at) = (stratum.State.Name, since);
        while (state != to && steps.Count < MostSteps)
        {
            var ways = Open(timed, state, stratum.Kind, strata);
            var distances = ways.ConvertAll(way => Distance(way.To, to, stratum.Kind, strata));
            var nearest = distances.Count == 0 ? int.MaxValue : distances.Min();
            if (nearest == int.MaxValue) break;
            var way = ways[distances.IndexOf(nearest)];
            at = Later(at, Delay.Microseconds(way.After!.Middle * destination.Pace));
            if (at == long.MaxValue) break;
            steps.Add(new Step(at, state = way.To));
        }

        return steps;
    }

    /// <summary>How a customer of the population came into its state, the present one last: the shortest legal way from the first one.</summary>
    /// <param name="created">When it began, as Unix microseconds.</param>
    /// <param name="last">When it made the last move, as Unix microseconds; not before it was created.</param>
    public IReadOnlyList<Step> Past(Stratum stratum, Strata strata, long created, long last)
    {
        var states = Way(First ?? stratum.State.Name, stratum, strata);
        return [.. states.Select((state, i) => new Step(i == 0 ? created : created + (last - created) / (states.Count - 1) * i + (i == states.Count - 1 ? (last - created) % (states.Count - 1) : 0), state))];
    }

    /// <summary>Whether a customer in a state has made a move to come there.</summary>
    public bool HasPast(Stratum stratum) => First is not null && First != stratum.State.Name;

    private static Transition? Drawn(List<Transition> ways, int place)
    {
        foreach (var way in ways)
            if ((place -= way.Share) < 0) return way;
        return null;
    }

    /// <summary>Those moves out of a state that lead to one in which a kind of customer can be.</summary>
    private static List<Transition> Open(Dictionary<string, List<Transition>> moves, string state, Kind kind, Strata strata) =>
        moves.TryGetValue(state, out var ways) ? ways.FindAll(way => strata.Find(new StratumName(kind.Name, way.To)) is not null) : [];

    /// <summary>How many moves that a customer makes by itself lead from one state to another; the largest number when none do.</summary>
    private int Distance(string from, string to, Kind kind, Strata strata) => Search(from, to, state => Open(timed, state, kind, strata))?.Count - 1 ?? int.MaxValue;

    private IReadOnlyList<string> Way(string from, Stratum stratum, Strata strata) =>
        Search(from, stratum.State.Name, state => Open(legal, state, stratum.Kind, strata)) ?? [stratum.State.Name];

    /// <summary>The states of the shortest way, both ends among them; null when there is none. Of two as short, moves that come by themselves go first.</summary>
    private static List<string>? Search(string from, string to, Func<string, List<Transition>> ways)
    {
        var before = new Dictionary<string, string?> { [from] = null };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var state) && state != to)
            foreach (var way in ways(state).OrderBy(way => way.After is null))
                if (before.TryAdd(way.To, state)) queue.Enqueue(way.To);
        if (!before.ContainsKey(to)) return null;
        var found = new List<string>();
        for (var state = to; state is not null; state = before[state]) found.Insert(0, state);
        return found;
    }

    private static long Later(long at, long by) => at > long.MaxValue - by ? long.MaxValue : at + by;
}
