using MockCustomers.Customers;

namespace MockCustomers.Lifecycles;

/// <summary>The strata of a population at any time: which customer is in which state, by arithmetic, without a table of customers.</summary>
/// <remarks>
/// All blocks of a population share one order of <see cref="Strata.Block"/> places. Each place has a course of its own from the sandbox's date on, drawn
/// from the lifecycle, so that at any time the order is another one and everything that is known of it still holds: shares, totals, the k-th customer of a
/// state. To move the clock costs as much as there are places, whatever the population. The showcase stands still: it shows every state at any date.
/// </remarks>
internal sealed class MovingStrata
{
    /// <summary>The strata of so many moments are kept: sessions whose clocks differ ask for a few each.</summary>
    private const int MostKept = 16;

    private readonly Strata first;
    private readonly long epoch;
    private readonly Lifecycle lifecycle;
    private readonly ulong seed;
    private readonly Lazy<Course> course;
    private volatile Strata[] kept = [];

    public MovingStrata(Population population, Lifecycle lifecycle)
    {
        (first, epoch, this.lifecycle) = (population.Strata, population.Timeline.Epoch, lifecycle);
        seed = StableHash.Of(population.Seed, "course");
        course = new Lazy<Course>(Draw);
    }

    /// <summary>The strata at a time.</summary>
    /// <param name="now">Unix microseconds; before the sandbox's date everybody is as at that date.</param>
    /// <param name="likely">Those of an earlier or the same time, which may still hold; null for none.</param>
    public Strata At(long now, Strata? likely = null)
    {
        if (now <= epoch || !lifecycle.IsMoving) return first;
        if (likely is not null && likely != first && likely.From <= now && now < likely.Until) return likely;
        foreach (var known in kept)
            if (known.From <= now && now < known.Until) return known;
        var made = Make(course.Value.Moves, now);
        var others = kept;
        kept = [made, .. others.Length < MostKept ? others : others.AsSpan(0, MostKept - 1)];
        return made;
    }

    /// <summary>The moves of a customer from the sandbox's date on, soonest first.</summary>
    /// <param name="number">Of the population.</param>
    public IReadOnlyList<Step> CourseOf(long number) => first.PlaceOf(number) is var place and >= 0 ? CourseAt(place) : [];

    /// <summary>The moves of all customers that stand at a place of the order, from the sandbox's date on, soonest first.</summary>
    public IReadOnlyList<Step> CourseAt(int place) => lifecycle.IsMoving ? course.Value.ByPlace[place] : [];

    /// <summary>When a customer made its last move after the sandbox's date, and makes its next one, as Unix microseconds; the ends of all time for never.</summary>
    public (long Last, long Next) Around(long number, long now)
    {
        var (last, next) = (long.MinValue, long.MaxValue);
        foreach (var step in CourseOf(number))
        {
            if (step.At > now)
            {
                next = step.At;
                break;
            }

            last = step.At;
        }

        return (last, next);
    }

    /// <summary>How many moves the first so many customers make after one time and up to another.</summary>
    /// <param name="count">How many customers of the population there are.</param>
    public long CountMoves(long after, long upTo, long count)
    {
        if (!lifecycle.IsMoving || upTo <= epoch || count <= Strata.Showcase) return 0;
        var moves = course.Value.Moves;
        var (blocks, rest) = Math.DivRem(count - Strata.Showcase, Strata.Block);
        var start = first.Start(blocks);
        var total = 0L;
        for (var i = Before(moves, after + 1); i < moves.Length && moves[i].At <= upTo; i++)
            total += blocks + ((moves[i].Place - start + Strata.Block) % Strata.Block < rest ? 1 : 0);
        return total;
    }

    private Course Draw()
    {
        var byPlace = new IReadOnlyList<Step>[Strata.Block];
        var moves = new List<Move>();
        for (var place = 0; place < byPlace.Length; place++)
        {
            var stratum = first.At(place);
            byPlace[place] = lifecycle.Draw(stratum, first, epoch, StableHash.Of(seed, (ulong)place));
            foreach (var step in byPlace[place]) moves.Add(new Move(step.At, place, first.Find(new StratumName(stratum.Kind.Name, step.State))!));
        }

        return new Course(byPlace, [.. moves.OrderBy(move => move.At).ThenBy(move => move.Place)]);
    }

    private Strata Make(Move[] moves, long now)
    {
        var order = new Stratum[Strata.Block];
        for (var place = 0; place < order.Length; place++) order[place] = first.At(place);
        var made = Before(moves, now + 1);
        for (var i = 0; i < made; i++) order[moves[i].Place] = moves[i].To;
        return first.With(order, made == 0 ? epoch + 1 : moves[made - 1].At, made == moves.Length ? long.MaxValue : moves[made].At);
    }

    /// <summary>How many moves come before a time.</summary>
    private static int Before(Move[] moves, long time)
    {
        var (low, high) = (0, moves.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (moves[middle].At < time) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The move of everybody at one place.</summary>
    private readonly record struct Move(long At, int Place, Stratum To);

    private sealed record Course(IReadOnlyList<Step>[] ByPlace, Move[] Moves);
}
