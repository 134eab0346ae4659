namespace MockCustomers.Fakes.Countries;

/// <summary>Telephone numbers that ring nowhere.</summary>
/// <param name="Patterns">International numbers, # for a digit; at least one.</param>
/// <param name="Why">Why no number of these patterns can be anybody's.</param>
/// <param name="Source">Who says so.</param>
internal sealed record Phone(IReadOnlyList<string> Patterns, string Why, string Source);
