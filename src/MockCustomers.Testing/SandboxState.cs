namespace MockCustomers.Testing;

/// <summary>A state of a customer.</summary>
/// <param name="Name">The state's name in the vendor's manifest.</param>
/// <param name="At">When the customer came into it, or comes into it, by the world's clock.</param>
/// <param name="IsToCome">Whether that is still ahead.</param>
public sealed record SandboxState(string Name, DateTimeOffset At, bool IsToCome);
