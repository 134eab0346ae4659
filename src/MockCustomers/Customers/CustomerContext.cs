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

    /// <summary>When a client last wrote to the customer, as Unix microseconds; null when none has.</summary>
    public long? Updated { get; private set; }

    /// <summary>Whether the customer is one of the first, which show everything there is.</summary>
    public bool IsShowcase => Number < Strata.Showcase;

    /// <summary>For a showcase customer: how many of its kind stand before it; -1 for every other customer.</summary>
    public int ShowcaseRank => IsShowcase ? Population.Strata.ShowcaseRank((int)Number) : -1;

    /// <summary>The fields that this reader asked for beside those that everybody gets; empty for most.</summary>
    public IReadOnlyCollection<string> Expanded { get; set; } = [];

    /// <summary>Turns to a customer of the population.</summary>
    public CustomerContext Turn(long number) => Turn(number, Population.Strata.Of(number), null, null);

    /// <summary>Turns to a customer as clients left it.</summary>
    /// <param name="createdAt">Unix microseconds; null for a customer of the population.</param>
    /// <param name="updatedAt">Unix microseconds; null when no client wrote to it.</param>
    public CustomerContext Turn(long number, Stratum stratum, long? createdAt, long? updatedAt)
    {
        turns++;
        Number = number;
        Stratum = stratum;
        created = createdAt;
        Updated = updatedAt;
        return this;
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
