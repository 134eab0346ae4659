namespace MockCustomers.Lifecycles;

/// <summary>A customer's coming into a state.</summary>
/// <param name="At">When, as Unix microseconds.</param>
internal readonly record struct Step(long At, string State);
