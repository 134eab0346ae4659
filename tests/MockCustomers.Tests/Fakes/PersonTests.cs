using MockCustomers.Fakes.Countries;
using MockCustomers.Fakes.Names;

namespace MockCustomers.Tests.Fakes;

public sealed class PersonTests
{
    [Fact]
    public void A_title_fits_the_gender()
    {
        foreach (var customer in SamplePopulation.Customers())
        {
            var titles = customer.Thing<Country>("country").People.Titles;
            var isFemale = customer.Text("gender") == "female";
            (isFemale ? titles.Female : titles.Male).ShouldContain(customer.Text("title")!);
            customer.Text("genderLetter").ShouldBe(isFemale ? "F" : "M");
        }
    }

    [Fact]
    public void Half_of_the_people_are_women() =>
        SamplePopulation.Customers().Count(customer => customer.Text("gender") == "female")
            .ShouldBeInRange(SamplePopulation.Looked * 47 / 100, SamplePopulation.Looked * 53 / 100);

    [Fact]
    public void First_and_last_name_are_in_every_full_name()
    {
        foreach (var customer in SamplePopulation.Customers())
        {
            var (first, middle, last) = (customer.Text("firstName"), customer.Text("middleName")!, customer.Text("lastName"));
            customer.Text("fullName").ShouldBe($"{first} {last}");
            customer.Text("fullNameWithMiddle").ShouldBe($"{first} {middle} {last}");
            customer.Text("fullNameWithInitial").ShouldBe($"{first} {middle[0]} {last}");
        }
    }

    [Fact]
    public void A_middle_name_is_never_the_first_name_again()
    {
        foreach (var customer in SamplePopulation.Customers())
            customer.Text("middleName").ShouldNotBe(customer.Text("firstName"));
    }

    [Fact]
    public void Names_come_from_the_customers_country()
    {
        var people = SampleCountries.Lithuania.People;
        foreach (var customer in SamplePopulation.Customers("LT"))
        {
            var isFemale = customer.Text("gender") == "female";
            (isFemale ? people.Female : people.Male).ShouldContain(customer.Text("firstName")!);
            (isFemale ? people.FamilyFemale : people.Family).ShouldContain(customer.Text("lastName")!);
        }
    }

    [Fact]
    public void A_locale_with_womens_last_names_gives_them_to_women()
    {
        var names = new LocaleNames("lv", NameLists.Empty, NameLists.Empty);
        foreach (var customer in SamplePopulation.Customers("LV"))
            (customer.Text("gender") == "female" ? names.FamilyFemale : names.Family).ShouldContain(customer.Text("lastName")!);
        names.FamilyFemale.Intersect(names.Family).Count().ShouldBeLessThan(names.Family.Count / 10);
    }

    [Fact]
    public void Everyone_is_18_to_90_years_old_and_both_ages_turn_up()
    {
        var today = new DateOnly(2028, 2, 29);
        var ages = SamplePopulation.Customers().Select(customer => Age(customer.Day("birthDate"), today)).ToList();
        ages.Min().ShouldBe(18);
        ages.Max().ShouldBe(90);
        ages.Count(age => age is >= 20 and <= 60).ShouldBeGreaterThan(ages.Count * 8 / 10);
    }

    private static int Age(DateOnly born, DateOnly today)
    {
        var years = today.Year - born.Year;
        return (today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }
}
