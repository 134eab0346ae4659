namespace MockCustomers.Fakes.Countries;

/// <summary>How a country's companies are called.</summary>
/// <param name="Words">What a company calls itself; at least one.</param>
/// <param name="Trades">What it does; at least one.</param>
/// <param name="Forms">At least one.</param>
/// <param name="Pattern">With {word}, {trade} and {form}, in the country's order.</param>
internal sealed record Companies(
    IReadOnlyList<string> Words, IReadOnlyList<string> Trades, IReadOnlyList<LegalForm> Forms, string Pattern);
