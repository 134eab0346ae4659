using MockCustomers.Customers;
using MockCustomers.Fakes.Countries;
using MockCustomers.Fakes.Names;

namespace MockCustomers.Fakes.Facts;

/// <summary>A country made ready to pick from. Never changes, and is for all threads.</summary>
internal sealed class CountryBook(Country country)
{
    private readonly Lazy<NameBook> names = new(() => new NameBook(country.People));

    public Country Country { get; } = country;

    /// <summary>Loaded when first asked for: a Bogus locale takes milliseconds.</summary>
    public NameBook Names => names.Value;

    public Weighted<Place> Places { get; } = new(country.Places, place => place.Share);

    public Template Street { get; } = Template.Parse(country.Streets.Pattern, "number", "street")!;

    public IReadOnlyList<Template> Units { get; } = [.. country.Streets.Units.Select(unit => Template.Parse(unit, "unit")!)];

    public NameList Words { get; } = new(country.Companies.Words);

    public NameList Trades { get; } = new(country.Companies.Trades);

    public Weighted<LegalForm> Forms { get; } = new(country.Companies.Forms, form => form.Share);

    public Template Company { get; } = Template.Parse(country.Companies.Pattern, "word", "trade", "form")!;

    /// <summary>How well its people, or its companies, can show such a name, against those of other countries.</summary>
    public int Merit(Showpiece piece, Subject subject) => piece switch
    {
        Showpiece.Plain => 0,
        Showpiece.Longest => Length(piece, subject),
        Showpiece.Shortest => -Length(piece, subject),
        _ => (subject == Subject.Person ? Names.Has(piece) : Words.Has(piece) || Trades.Has(piece)) ? 1 : 0,
    };

    /// <summary>How many letters the shortest or longest name has.</summary>
    private int Length(Showpiece piece, Subject subject) =>
        subject == Subject.Person ? Names.LengthOf(piece) : Words.LengthOf(piece) + Trades.LengthOf(piece);
}
