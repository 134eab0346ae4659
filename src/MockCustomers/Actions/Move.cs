namespace MockCustomers.Actions;

/// <summary>A step of a customer's lifecycle.</summary>
/// <param name="Name">By which a body chooses it; empty for the only one there is.</param>
/// <param name="From">The states in which it can be taken; empty for all.</param>
/// <param name="To">The state in which it ends; null to stay.</param>
internal sealed record Move(string Name, IReadOnlyList<string> From, string? To)
{
    /// <summary>Whether it can be taken in a state.</summary>
    public bool Allows(string state) => From.Count == 0 || From.Contains(state);
}
