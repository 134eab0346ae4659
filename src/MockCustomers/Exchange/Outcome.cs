namespace MockCustomers.Exchange;

/// <summary>What came of a request: a reply or a fault.</summary>
public readonly record struct Outcome(Reply? Reply, Fault? Fault)
{
    public static implicit operator Outcome(Reply reply) => new(reply, null);

    public static implicit operator Outcome(Fault fault) => new(null, fault);

    public static Outcome Of(FaultKind kind) => new(null, new Fault(kind));
}
