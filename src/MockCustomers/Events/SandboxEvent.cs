namespace MockCustomers.Events;

/// <summary>Something that happened in a session.</summary>
/// <param name="At">When, on the session's clock, as Unix microseconds.</param>
internal abstract record SandboxEvent(long At);
