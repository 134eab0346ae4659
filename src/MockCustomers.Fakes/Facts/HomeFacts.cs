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
        place = new MadeFact("place", (draw, stream) => FactValue.Thing(BookOf(draw).Places.Pick(stream)));
    }

    public IEnumerable<CountryBook> Books => books.Values;

    public IEnumerable<Fact> All =>
    [
        country,
        place,
        new MadeFact("countryCode", (draw, _) => FactValue.Of(CountryOf(draw).Code)),
        new MadeFact("countryName", (draw, _) => FactValue.Of(CountryOf(draw).Name)),
        new MadeFact("currency", (draw, _) => FactValue.Of(CountryOf(draw).Currency)),
        new MadeFact("city", (draw, _) => FactValue.Of(PlaceOf(draw).City)),
        new MadeFact("stateCode", (draw, _) => FactValue.Of(PlaceOf(draw).State)),
        new MadeFact("stateShort", (draw, _) => FactValue.Of(PlaceOf(draw).StateShort)),
        new MadeFact("stateName", (draw, _) => FactValue.Of(PlaceOf(draw).StateName)),
        new MadeFact("postalCode", (draw, stream) => PostalCode(PlaceOf(draw), stream)),
        new MadeFact("streetLine", (draw, stream) => FactValue.Of(StreetLine(BookOf(draw), stream))),
        new MadeFact("streetLine2", (draw, stream) => FactValue.Of(StreetLine2(BookOf(draw), stream))),
    ];

    public Country CountryOf(Draw draw) => draw[country].As<Country>();

    public CountryBook BookOf(Draw draw) => books[CountryOf(draw)];

    private Place PlaceOf(Draw draw) => draw[place].As<Place>();

    private static FactValue PostalCode(Place place, ulong stream) =>
        place.Postal is null ? FactValue.Null : FactValue.Of(Patterns.Any(place.Postal, stream));

    private static string StreetLine(CountryBook book, ulong stream)
    {
        var streets = book.Country.Streets;
        var (first, last) = streets.Numbers;
        var number = first + Mix.Below(stream, last - first + 1);
        var name = streets.Names[Mix.Below(Mix.Bits(stream), streets.Names.Count)];
        return book.Street.Fill(number.ToString(CultureInfo.InvariantCulture), name);
    }

    /// <summary>A flat from 1 to 24; one of three has a letter from A to D.</summary>
    private static string StreetLine2(CountryBook book, ulong stream)
    {
        var unit = (1 + Mix.Below(stream, 24)).ToString(CultureInfo.InvariantCulture);
        var letter = Mix.Below(Mix.Bits(stream), 12);
        if (letter < 4) unit += (char)('A' + letter);
        return book.Units[Mix.Below(Mix.Bits(stream + 1), book.Units.Count)].Fill(unit);
    }
}
