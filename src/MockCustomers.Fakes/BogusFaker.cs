using MockCustomers.Customers;
using MockCustomers.Fakes.Countries;
using MockCustomers.Fakes.Facts;

namespace MockCustomers.Fakes;

/// <summary>Makes people and companies out of country files and Bogus' name lists. Nothing that it makes can belong to anybody.</summary>
/// <param name="countries">By ISO 3166-1 alpha-2 code.</param>
internal sealed class BogusFaker(IReadOnlyDictionary<string, Country> countries) : IFaker
{
    // Shared by all vendors, so that a locale is loaded once.
    private readonly Dictionary<string, Lazy<CountryBook>> books = countries.ToDictionary(
        country => country.Key, country => new Lazy<CountryBook>(() => new CountryBook(country.Value)));

    public IReadOnlyList<string> Countries { get; } = [.. countries.Keys.Order(StringComparer.Ordinal)];

    /// <exception cref="KeyNotFoundException">One of the countries is not among <see cref="Countries"/>.</exception>
    public IEnumerable<Fact> Facts(IReadOnlyList<CountryShare> countries)
    {
        var home = new HomeFacts([.. countries.Select(share => new BookShare(books[share.Country].Value, share.Share))]);
        var person = new PersonFacts(home);
        var company = new CompanyFacts(home);
        return
        [
            .. home.All,
            .. person.All,
            .. company.All,
            .. new ContactFacts(home, person, company).All,
            new SerialFact("personalNumber", home, country => country.PersonalNumber),
            new SerialFact("companyNumber", home, country => country.CompanyNumber),
        ];
    }
}
