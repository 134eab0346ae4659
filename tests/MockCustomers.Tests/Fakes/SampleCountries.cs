using MockCustomers.Fakes.Countries;

namespace MockCustomers.Tests.Fakes;

/// <summary>Small countries that between them have everything a country file can have.</summary>
internal static class SampleCountries
{
    private static readonly Phone Drama = new(["+1212555010#", "+44 7700 900###"], "kept for fiction", "NANPA, Ofcom");

    /// <summary>Every list of its own, women's forms of last names, a pattern with the form first.</summary>
    public static Country Lithuania { get; } = new(
        "LT", "Lithuania", "EUR",
        new People(
            null,
            ["Ona", "Živilė", "Austėja", "Anna-Marija"],
            ["Jonas", "Petras", "Žygimantas", "Ian"],
            ["Kazlauskas", "Petrauskas", "Butkus", "Žukauskas", "O'Brien"],
            ["Kazlauskienė", "Petrauskienė", "Butkienė", "Žukauskienė", "O'Brien"],
            new Titles(["Ponia"], ["Ponas"])),
        [
            new Place("Vilnius", "LT-VL", "Vilniaus apskritis", "LT-01###", 3),
            new Place("Kaunas", "LT-KU", "Kauno apskritis", "LT-44###", 2),
        ],
        new Streets(["Gedimino pr.", "Vilniaus g."], "{street} {number}", new NumberRange(1, 80), ["bt. {unit}"]),
        new Phone(["+370 900 ####"], "not assigned", "RRT"),
        new Companies(
            ["Ąžuolas", "Gintaras", "Baltic"], ["Logistika", "Prekyba"],
            [new LegalForm("UAB", 80), new LegalForm("MB", 20)], "{form} \"{word} {trade}\""),
        null, null);

    /// <summary>All names from an English locale, which has no names of its own in Bogus.</summary>
    public static Country UnitedStates { get; } = new(
        "US", "United States", "USD",
        new People("en_US", [], [], [], [], Titles.English),
        [
            new Place("San Francisco", "US-CA", "California", "941##", 5),
            new Place("Austin", "US-TX", "Texas", "787##", 4),
        ],
        new Streets(["Main Street", "Oak Street"], "{number} {street}", new NumberRange(1, 9800), ["Apt {unit}"]),
        Drama,
        new Companies(
            ["Acme", "Summit", "O'Hara"], ["Logistics", "Auto Parts", "Build-Outs"],
            [new LegalForm("LLC", 3), new LegalForm("Inc.", 1)], "{word} {trade} {form}"),
        null,
        new NumberPattern("ein", "00-#######", "no prefix 00", "IRS"));

    /// <summary>Last names by gender from the locale.</summary>
    public static Country Latvia { get; } = UnitedStates with
    {
        Code = "LV",
        Name = "Latvia",
        Currency = "EUR",
        People = new People("lv", [], [], [], [], Titles.English),
        Places = [new Place("Rīga", "LV-RIX", "Rīga", "LV-10##", 1)],
    };

    /// <summary>No postal codes, numbers for people, a letter in a pattern.</summary>
    public static Country Nigeria { get; } = UnitedStates with
    {
        Code = "NG",
        Name = "Nigeria",
        Currency = "NGN",
        People = new People("en_NG", [], [], [], [], Titles.English),
        Places = [new Place("Ikeja", "NG-LA", "Lagos", null, 2), new Place("Kano", "NG-KN", "Kano", null, 1)],
        PersonalNumber = new NumberPattern("bvn", "0##########", "begins with 0", "CBN"),
        CompanyNumber = new NumberPattern("cac", "RC9?####", "too long", "CAC"),
    };

    public static IReadOnlyDictionary<string, Country> All { get; } =
        new[] { Lithuania, UnitedStates, Latvia, Nigeria }.ToDictionary(country => country.Code);
}
