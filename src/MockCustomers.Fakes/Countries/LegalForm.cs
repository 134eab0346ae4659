namespace MockCustomers.Fakes.Countries;

/// <summary>A legal form of companies.</summary>
/// <param name="Form">As it stands in a company's name, such as GmbH.</param>
/// <param name="Share">How many of the country's companies have it, against its other forms; at least 1.</param>
internal sealed record LegalForm(string Form, int Share);
