using MockCustomers.Customers;

namespace MockCustomers.Faults;

/// <summary>A fault in a book, with its counts.</summary>
internal sealed class ActiveFault(string id, FaultRule rule, ulong seed)
{
    private readonly ulong seed = StableHash.Of(seed, id);
    private long matched;
    private long hit;

    public string Id => id;

    public FaultState State => new(id, rule, Interlocked.Read(ref matched), Interlocked.Read(ref hit));

    /// <summary>What it does to a call; null for nothing. Each call that it is for is counted once, whoever else calls meanwhile.</summary>
    public Injection? Decide(in FaultQuery call)
    {
        if (!rule.When.IsOpen(call.Now) || !rule.Match.Covers(call)) return null;
        var number = Interlocked.Increment(ref matched);
        var bits = StableHash.Of(seed, (ulong)number);
        if (!rule.When.Hits(number, bits)) return null;
        Interlocked.Increment(ref hit);
        var what = rule.What;
        return new Injection(id, what.Code, what.RetryAfter, what.Delay?.Draw(StableHash.Bits(bits)) ?? TimeSpan.Zero, what.BytesPerSecond, what.Transport);
    }

    /// <summary>Counts from the beginning again.</summary>
    public ActiveFault Anew(ulong bookSeed) => new(id, rule, bookSeed);
}
