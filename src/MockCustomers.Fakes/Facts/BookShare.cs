namespace MockCustomers.Fakes.Facts;

/// <summary>How many customers live in the country of a book.</summary>
internal sealed record BookShare(CountryBook Book, int Share);
