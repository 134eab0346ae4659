using MockCustomers.Fakes.Countries;

namespace MockCustomers.Fakes.Names;

/// <summary>The names of one country's people: its own lists, and its locale's for those that it leaves out.</summary>
internal sealed class NameBook
{
    private readonly NameList female;
    private readonly NameList male;
    private readonly NameList familyFemale;
    private readonly NameList familyMale;

    public NameBook(People people)
    {
        var locale = new LocaleNames(people.Locale ?? "en", people.With, people.Without);
        female = new NameList(people.Female.Count > 0 ? people.Female : locale.Female);
        male = new NameList(people.Male.Count > 0 ? people.Male : locale.Male);
        familyMale = new NameList(people.Family.Count > 0 ? people.Family : locale.Family);
        familyFemale = people switch
        {
            { FamilyFemale.Count: > 0 } => new NameList(people.FamilyFemale),
            { Family.Count: > 0 } => familyMale,
            _ => new NameList(locale.FamilyFemale),
        };
    }

    public NameList First(bool isFemale) => isFemale ? female : male;

    public NameList Family(bool isFemale) => isFemale ? familyFemale : familyMale;

    /// <summary>How many letters the shortest or longest names of a woman and a man have together.</summary>
    public int LengthOf(Showpiece piece) =>
        female.LengthOf(piece) + familyFemale.LengthOf(piece) + male.LengthOf(piece) + familyMale.LengthOf(piece);

    /// <summary>Whether both a woman and a man can have such a name, be it the first or the last one.</summary>
    public bool Has(Showpiece piece) =>
        (female.Has(piece) || familyFemale.Has(piece)) && (male.Has(piece) || familyMale.Has(piece));
}
