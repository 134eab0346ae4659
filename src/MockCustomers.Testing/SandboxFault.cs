using MockCustomers.Faults;

namespace MockCustomers.Testing;

/// <summary>Something that goes wrong on purpose. Disposal, and the end of the world, take it away.</summary>
public sealed class SandboxFault : IDisposable
{
    private readonly FaultBook book;
    private readonly FaultRule rule;

    internal SandboxFault(FaultBook book, FaultRule rule, string id)
    {
        this.book = book;
        this.rule = rule;
        Id = id;
    }

    /// <summary>Its id, which the reason of a call that it struck names.</summary>
    public string Id { get; }

    /// <summary>How many calls it struck so far; 0 once it was taken away.</summary>
    public long Hits => State?.Hit ?? 0;

    /// <summary>The fault, unless it was taken away; a session that begins anew gives the same ids to other faults.</summary>
    private FaultState? State => book.Find(Id) is { } state && ReferenceEquals(state.Rule, rule) ? state : null;

    /// <summary>Takes it away.</summary>
    public void Dispose()
    {
        if (State is not null) book.Remove(Id);
    }
}
