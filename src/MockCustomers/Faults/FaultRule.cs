namespace MockCustomers.Faults;

/// <summary>What a user wants to go wrong: which calls, when, and how.</summary>
internal sealed record FaultRule(FaultMatch Match, FaultTiming When, FaultEffect What)
{
    /// <summary>The name that the user gave it; null to be given one.</summary>
    public string? Id { get; init; }
}
