namespace MockCustomers.Customers;

/// <summary>Makes the facts about people, companies and places.</summary>
internal interface IFaker
{
    /// <summary>The facts that it can make for customers of these countries.</summary>
    /// <param name="countries">ISO 3166-1 alpha-2 code and share of each country that the vendor's customers live in; at least one.</param>
    IEnumerable<Fact> Facts(IReadOnlyList<CountryShare> countries);

    /// <summary>The countries that it knows, sorted.</summary>
    IReadOnlyList<string> Countries { get; }
}
