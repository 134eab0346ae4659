namespace MockCustomers.Faults;

/// <summary>A fault in a book, and what it has done so far.</summary>
/// <param name="Matched">How many calls it was for, while its time was open and no earlier fault hit them.</param>
/// <param name="Hit">How many of them it hit.</param>
internal sealed record FaultState(string Id, FaultRule Rule, long Matched, long Hit);
