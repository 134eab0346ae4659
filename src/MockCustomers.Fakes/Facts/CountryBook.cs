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

    /// <summary>Whether its people, or its companies, can show such a name.</summary>
    public bool Has(Showpiece piece, Subject subject)
    {
        if (piece == Showpiece.Plain) return true;
        return subject == Subject.Person ? Names.Has(piece) : Words.Has(piece) || Trades.Has(piece);
    }
}
