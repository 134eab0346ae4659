using Bogus;
using Bogus.Bson;
using MockCustomers.Fakes.Countries;
using MockCustomers.Fakes.Names;

namespace MockCustomers.Tests.Fakes;

/// <summary>What is written in <see cref="Locales"/> is what the pinned Bogus has.</summary>
public sealed class LocaleTests
{
    public static TheoryData<string> All => [.. Locales.All];

    [Theory, MemberData(nameof(All))]
    public void What_a_locale_lends_it_has(string locale)
    {
        var own = Database.GetLocale(locale)["name"] as BObject;
        var isEnglish = own is null && locale is "en_US" or "en_GB" or "en_IE" or "en_CA";
        Locales.LendsFirstNames(locale).ShouldBe(isEnglish || (Has("female_first_name") && Has("male_first_name")));
        Locales.LendsFamilyNames(locale).ShouldBe(isEnglish || Has("last_name") || (Has("female_last_name") && Has("male_last_name")));

        bool Has(string key) => own is not null && own.Keys.Contains(key) && own[key] is BArray { Count: > 0 };
    }

    [Theory, MemberData(nameof(All))]
    public void Lent_names_are_at_least_two_and_look_like_names(string locale)
    {
        var names = new LocaleNames(locale, NameLists.Empty, NameLists.Empty);
        if (Locales.LendsFirstNames(locale))
        {
            names.Female.Distinct().Count().ShouldBeGreaterThan(1);
            names.Male.Distinct().Count().ShouldBeGreaterThan(1);
            names.Female.Concat(names.Male).ShouldAllBe(name => name == name.Trim() && name.Length > 0 && !name.Contains('\uFFFD'));
        }

        if (Locales.LendsFamilyNames(locale))
            names.Family.Concat(names.FamilyFemale).ShouldAllBe(name => name == name.Trim() && name.Length > 0 && !name.Contains('\uFFFD'));
    }

    [Theory]
    [InlineData("Ajose-adeogun", "Ajose-Adeogun")]
    [InlineData("Le gall", "Le Gall")]
    [InlineData("de Anda", "de Anda")]
    [InlineData("Jeanne d’Arc", "Jeanne d’Arc")]
    [InlineData("Émile", "Émile")]
    public void Letters_that_a_locale_forgot_to_raise_are_raised(string name, string raised) =>
        LocaleNames.Capitalized(name).ShouldBe(raised);

    [Fact]
    public void A_country_does_without_the_slips_of_its_locale_and_adds_names()
    {
        var names = new LocaleNames("en_NG", new NameLists(["Ṣadé"], [], []), new NameLists([], ["Sname"], ["Kimberly"]));
        names.Female.ShouldContain("Ṣadé");
        names.Male.ShouldNotContain("Sname");
        names.Family.ShouldNotContain("Kimberly");
        names.FamilyFemale.ShouldNotContain("Kimberly");
        names.Family.ShouldContain("Bello");
    }
}
