namespace MockCustomers.Customers;

/// <summary>The context of one customer: its number, kind and state, and the facts that were asked for so far.</summary>
/// <remarks>Used again for the next customer; not for two threads at once.</remarks>
internal sealed class CustomerContext(Population population)
{
    private readonly FactValue[] made = new FactValue[population.Facts.Count];
    private readonly long[] madeIn = new long[population.Facts.Count];
    private long turns;
    private long? created;

    /// <summary>The customer's number: 0 is the newest of the population; <see cref="Population.Largest"/> and up are of those that clients created.</summary>
    public long Number { get; private set; } = -1;

    public Stratum Stratum { get; private set; } = population.Strata.Of(0);

    public Kind Kind => Stratum.Kind;

    public State State => Stratum.State;

    public Population Population { get; } = population;

    /// <summary>When the customer was created, as Unix microseconds.</summary>
    public long Created => created ??= Population.Timeline.Created(Number);

    /// <summary>When a client last wrote to the customer, or it last moved after the sandbox's date, as Unix microseconds; null for neither.</summary>
    public long? Updated { get; private set; }

    /// <summary>Since when the customer is in its state, as Unix microseconds; the sandbox's date where that is earlier.</summary>
    public long Since { get; private set; }

    /// <summary>The session's time, as Unix microseconds.</summary>
    public long Now { get; private set; }

    /// <summary>The first moment at which what was drawn for the customer at hand was as it is, as Unix microseconds.</summary>
    public long HoldsFrom { get; private set; }

    /// <summary>The first moment at which something that was drawn for the customer at hand is another, though its state stays; the end of all time for never.</summary>
    public long HoldsUntil { get; private set; }

    /// <summary>Whether the customer is one of the first, which show everything there is.</summary>
    public bool IsShowcase => Number < Strata.Showcase;

    /// <summary>For a showcase customer: how many of its kind stand before it; -1 for every other customer.</summary>
    public int ShowcaseRank => IsShowcase ? Population.Strata.ShowcaseRank((int)Number) : -1;

    /// <summary>The fields that this reader asked for beside those that everybody gets; empty for most.</summary>
    public IReadOnlyCollection<string> Expanded { get; set; } = [];

    /// <summary>Turns to a customer of the population, at the sandbox's date.</summary>
    public CustomerContext Turn(long number) => Turn(number, new Standing(Population.Strata.Of(number), Population.Timeline.Epoch, Population.Timeline.Epoch));

    /// <summary>Turns to a customer as it is at some time.</summary>
    public CustomerContext Turn(long number, in Standing standing)
    {
        turns++;
        Number = number;
        Stratum = standing.Stratum;
        created = standing.Created;
        Updated = standing.Updated;
        Since = Math.Max(standing.Since, Population.Timeline.Epoch);
        Now = standing.Now;
        HoldsFrom = standing.Since;
        HoldsUntil = long.MaxValue;
        return this;
    }

    /// <summary>Notes that something of the customer at hand changes at a time, though its state stays.</summary>
    /// <param name="at">Unix microseconds.</param>
    public void NoteChange(long at)
    {
        if (at <= Now) HoldsFrom = Math.Max(HoldsFrom, at);
        else HoldsUntil = Math.Min(HoldsUntil, at);
    }

    /// <summary>A fact about the customer at hand; made once.</summary>
    public FactValue this[Fact fact]
    {
        get
        {
            var slot = fact.Slot;
            if (madeIn[slot] == turns) return made[slot];
            var value = fact.Make(this, StreamOf(fact.Seed));
            made[slot] = value;
            madeIn[slot] = turns;
            return value;
        }
    }

    /// <summary>The text of a fact.</summary>
    public string Text(Fact fact) => this[fact].Text;

    /// <summary>64 random bits for this customer out of a stream's seed.</summary>
    public ulong StreamOf(ulong seed) => StableHash.Of(seed, (ulong)Number);
}
