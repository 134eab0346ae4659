using MockCustomers.Drift;

namespace MockCustomers.Cli.Drift;

/// <summary>What came of asking one operation.</summary>
/// <param name="Operation">Method and path as in the spec.</param>
/// <param name="Requests">How many were sent.</param>
/// <param name="Differences">Each with how often it was found.</param>
/// <param name="Unseen">Places that the spec describes and no reply shows: they may be optional.</param>
/// <param name="Untried">Why it was not asked; null when it was.</param>
internal sealed record DriftFinding(
    string Operation, int Requests, IReadOnlyList<(Difference Difference, int Count)> Differences, IReadOnlyList<string> Unseen, string? Untried);
