namespace MockCustomers.Events;

/// <summary>The events after one that a reader knows.</summary>
/// <param name="Lost">How many there were before the first of them and are no longer kept.</param>
/// <param name="Last">The number up to which the reader knows all that is left; to be gone on from.</param>
internal readonly record struct EventBatch(IReadOnlyList<SandboxEvent> Events, long Lost, long Last);
