using MockCustomers.Fakes.Names;

namespace MockCustomers.Fakes.Countries;

/// <summary>Reads how a country's people are called.</summary>
internal static class PeopleReader
{
    private const string Names = "a list of names, at least two different ones";

    public static People Read(FilePart part)
    {
        var locale = part.OptionalText("locale", () => $"one of: {string.Join(", ", Locales.All)}", Locales.Exists);
        var people = new People(
            locale,
            part.OptionalTexts("female", Names),
            part.OptionalTexts("male", Names),
            part.OptionalTexts("family", "a list of names"),
            part.OptionalTexts("familyFemale", "a list of names"),
            TitlesOf(part.OptionalPart("titles")))
        {
            With = ListsOf(part.OptionalPart("with"), "names that stand beside the locale's"),
            Without = ListsOf(part.OptionalPart("without"), "names of the locale that are none"),
        };
        CheckFirstNames(part, "female", people.Female, locale);
        CheckFirstNames(part, "male", people.Male, locale);
        if (!part.Has("family") && !Locales.LendsFamilyNames(locale))
            part.Wrong("family", Lack(locale, "last names"), "a list of names, at least one");
        if (people.FamilyFemale.Count > 0 && people.FamilyFemale.Count != people.Family.Count)
            part.Wrong(
                "familyFemale", $"has {people.FamilyFemale.Count} names where family has {people.Family.Count}",
                "the women's form of each name of family, in the same order");
        part.Close();
        return people;
    }

    private static void CheckFirstNames(FilePart part, string key, IReadOnlyList<string> names, string? locale)
    {
        if (!part.Has(key) && !Locales.LendsFirstNames(locale)) part.Wrong(key, Lack(locale, $"{key} first names"), Names);
        // A middle name is never the first name again.
        if (names.Count > 0 && names.Distinct().Count() < 2) part.Wrong(key, "has one name only", Names);
    }

    private static string Lack(string? locale, string what) =>
        locale is null ? "is missing, and there is no locale to lend it" : $"is missing, and the locale '{locale}' has no {what} of its own";

    private static NameLists ListsOf(FilePart? part, string right)
    {
        if (part is null) return NameLists.Empty;
        var lists = new NameLists(part.OptionalTexts("female", right), part.OptionalTexts("male", right), part.OptionalTexts("family", right));
        part.Close();
        return lists;
    }

    private static Titles TitlesOf(FilePart? part)
    {
        if (part is null) return Titles.English;
        var titles = new Titles(
            part.Texts("female", "a list of titles, at least one"), part.Texts("male", "a list of titles, at least one"));
        part.Close();
        return titles;
    }
}
