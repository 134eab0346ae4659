namespace MockCustomers.Manifests;

/// <summary>A step of a customer's lifecycle.</summary>
/// <param name="Name">By which a request chooses it; empty where there is only one.</param>
/// <param name="From">The states in which it can be taken; empty for all.</param>
/// <param name="To">The state in which it ends; null to stay.</param>
internal sealed record MoveManifest(string Name, IReadOnlyList<string> From, string? To);
