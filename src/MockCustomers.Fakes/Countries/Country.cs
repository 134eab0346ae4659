namespace MockCustomers.Fakes.Countries;

/// <summary>A country as its file says it: all that a fake customer who lives there can be made of.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In English.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Places">At least one.</param>
/// <param name="PersonalNumber">null when no number that cannot be issued is known.</param>
/// <param name="CompanyNumber">null when no number that cannot be issued is known.</param>
internal sealed record Country(
    string Code,
    string Name,
    string Currency,
    People People,
    IReadOnlyList<Place> Places,
    Streets Streets,
    Phone Phone,
    Companies Companies,
    NumberPattern? PersonalNumber,
    NumberPattern? CompanyNumber);
