namespace MockCustomers.Testing;

/// <summary>What a customer has been through, and what becomes of it by itself as the clock goes on.</summary>
/// <param name="States">In their order; those to come at the end.</param>
/// <param name="Legal">The states to which it can be moved now.</param>
public sealed record SandboxTimeline(IReadOnlyList<SandboxState> States, IReadOnlyList<string> Legal)
{
    /// <summary>The state that comes next by itself; null when none does.</summary>
    public SandboxState? Next => States.FirstOrDefault(state => state.IsToCome);

    /// <summary>Whether it tells the same: the same states at the same times, and the same that are legal.</summary>
    public bool Equals(SandboxTimeline? other) => other is not null && States.SequenceEqual(other.States) && Legal.SequenceEqual(other.Legal);

    public override int GetHashCode() => HashCode.Combine(States.Count, States.Count > 0 ? States[^1] : null, Legal.Count);
}
