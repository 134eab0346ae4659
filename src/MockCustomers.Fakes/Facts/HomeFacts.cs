using System.Globalization;
using MockCustomers.Customers;
using MockCustomers.Fakes.Countries;

namespace MockCustomers.Fakes.Facts;

/// <summary>Where a customer lives: the country, and one place in it.</summary>
internal sealed class HomeFacts
{
    private readonly Dictionary<object, CountryBook> books;
    private readonly CountryFact country;
    private readonly MadeFact place;

    public HomeFacts(IReadOnlyList<BookShare> shares)
    {
        // By reference: a country is as large as its file.
        books = shares.ToDictionary(share => (object)share.Book.Country, share => share.Book, ReferenceEqualityComparer.Instance);
        country = new CountryFact(shares);
        place = new MadeFact("place", (context, stream) => FactValue.Thing(BookOf(context).Places.Pick(stream)));
    }

    public IEnumerable<CountryBook> Books => books.Values;

    public IEnumerable<Fact> All =>
    [
        country,
        place,
        new MadeFact("countryCode", (context, _) => FactValue.Of(CountryOf(context).Code)),
        new MadeFact("countryName", (context, _) => FactValue.Of(CountryOf(context).Name)),
        new MadeFact("currency", (context, _) => FactValue.Of(CountryOf(context).Currency)),
        new MadeFact("city", (context, _) => FactValue.Of(PlaceOf(context).City)),
        new MadeFact("stateCode", (context, _) => FactValue.Of(PlaceOf(context).State)),
        new MadeFact("stateShort", (context, _) => FactValue.Of(PlaceOf(context).StateShort)),
        new MadeFact("stateName", (context, _) => FactValue.Of(PlaceOf(context).StateName)),
        new MadeFact("postalCode", (context, stream) => PostalCode(PlaceOf(context), stream)),
        new MadeFact("streetLine", (context, stream) => FactValue.Of(StreetLine(BookOf(context), stream))),
        new MadeFact("streetLine2", (context, stream) => FactValue.Of(StreetLine2(BookOf(context), stream))),
    ];

    public Country CountryOf(CustomerContext context) => context[country].As<Country>();

    public CountryBook BookOf(CustomerContext context) => books[CountryOf(context)];

    private Place PlaceOf(CustomerContext context) => context[place].As<Place>();

    private static FactValue PostalCode(Place place, ulong stream) =>
        place.Postal is null ? FactValue.Null : FactValue.Of(PatternFilling.Any(place.Postal, stream));

    private static string StreetLine(CountryBook book, ulong stream)
    {
        var streets = book.Country.Streets;
        var (first, last) = streets.Numbers;
        var number = first + StableHash.Below(stream, last - first + 1);
        var name = streets.Names[StableHash.Below(StableHash.Bits(stream), streets.Names.Count)];
        return book.Street.Fill(number.ToString(CultureInfo.InvariantCulture), name);
    }

    /// <summary>A flat from 1 to 24; one of three has a letter from A to D.</summary>
    private static string StreetLine2(CountryBook book, ulong stream)
    {
        var unit = (1 + StableHash.Below(stream, 24)).ToString(CultureInfo.InvariantCulture);
        var letter = StableHash.Below(StableHash.Bits(stream), 12);
        if (letter < 4) unit += (char)('A' + letter);
        return book.Units[StableHash.Below(StableHash.Bits(stream + 1), book.Units.Count)].Fill(unit);
    }
}
