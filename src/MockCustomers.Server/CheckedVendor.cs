namespace MockCustomers.Server;

/// <summary>A vendor that was read and tried, and nothing is wrong with it.</summary>
/// <param name="Operations">How many it serves.</param>
/// <param name="Untried">Those of them that could not be tried, each with the reason.</param>
internal sealed record CheckedVendor(string Name, int Operations, IReadOnlyList<string> Untried);
