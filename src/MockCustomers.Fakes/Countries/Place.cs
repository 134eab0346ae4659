namespace MockCustomers.Fakes.Countries;

/// <summary>A city, or a part of one that has a postal code of its own.</summary>
/// <param name="State">ISO 3166-2, such as US-CA.</param>
/// <param name="Postal">A postal code, # for a digit and ? for a capital letter; null where the country has none.</param>
/// <param name="Share">How many of the country's customers live there, against its other places; at least 1.</param>
internal sealed record Place(string City, string State, string StateName, string? Postal, int Share)
{
    /// <summary>The state without its country, such as CA.</summary>
    public string StateShort { get; } = State[(State.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
