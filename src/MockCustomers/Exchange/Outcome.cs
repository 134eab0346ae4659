namespace MockCustomers.Exchange;

/// <summary>What came of a request, or of one step of answering it: a reply, a fault, or nothing yet.</summary>
internal readonly record struct Outcome(Reply? Reply, Fault? Fault)
{
    /// <summary>Nothing yet: the next step goes on.</summary>
    public static ValueTask<Outcome> GoOn => default;

    /// <summary>Whether there is a reply or a fault.</summary>
    public bool IsDecided => Reply is not null || Fault is not null;

    public static implicit operator Outcome(Reply reply) => new(reply, null);

    public static implicit operator Outcome(Fault fault) => new(null, fault);

    public static implicit operator ValueTask<Outcome>(Outcome outcome) => ValueTask.FromResult(outcome);

    public static Outcome Of(FaultKind kind) => new(null, Fault.Of(kind));
}
