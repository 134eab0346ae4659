namespace MockCustomers.Customers;

/// <summary>How many of a vendor's customers live in a country.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Share">Its weight among the vendor's countries; 1 or more.</param>
internal sealed record CountryShare(string Country, int Share);
