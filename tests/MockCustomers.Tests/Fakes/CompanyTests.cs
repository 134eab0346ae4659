using System.Text.Json;
using MockCustomers.Fakes.Countries;

namespace MockCustomers.Tests.Fakes;

public sealed class CompanyTests
{
    [Fact]
    public void A_companys_name_fits_its_countrys_pattern()
    {
        foreach (var customer in SamplePopulation.Customers())
        {
            var companies = customer.Thing<Country>("country").Companies;
            var possible =
                from word in companies.Words
                from trade in companies.Trades
                from form in companies.Forms
                select companies.Pattern.Replace("{word}", word, StringComparison.Ordinal)
                    .Replace("{trade}", trade, StringComparison.Ordinal)
                    .Replace("{form}", form.Form, StringComparison.Ordinal);
            possible.ShouldContain(customer.Text("companyName")!);
        }
    }

    [Fact]
    public void A_customers_name_is_the_companys_or_the_persons()
    {
        foreach (var customer in SamplePopulation.Customers())
            customer.Text("name").ShouldBe(customer.Text(customer.IsCompany() ? "companyName" : "fullName"));
    }

    [Fact]
    public void A_company_has_one_to_three_different_directors()
    {
        var counts = new HashSet<int>();
        foreach (var customer in SamplePopulation.Customers("LT"))
        {
            var directors = JsonSerializer.Deserialize<string[]>(customer.Text("directorNames")!)!;
            counts.Add(directors.Length);
            directors.ShouldBeUnique();
            foreach (var director in directors) IsLithuanian(director).ShouldBeTrue(director);
        }

        counts.Order().ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("NG", "personalNumber", "0##########")]
    [InlineData("NG", "companyNumber", "RC9?####")]
    [InlineData("US", "companyNumber", "00-#######")]
    public void An_official_number_fits_its_pattern_and_is_unique(string country, string fact, string pattern)
    {
        var numbers = SamplePopulation.Customers(country).Select(customer => customer.Text(fact)!).ToList();
        numbers.ShouldBeUnique();
        numbers.ShouldAllBe(number => PlaceTests.Fits(number, pattern));
    }

    [Fact]
    public void A_country_without_official_numbers_gives_none()
    {
        foreach (var customer in SamplePopulation.Customers("LT"))
            (customer.Text("personalNumber") ?? customer.Text("companyNumber")).ShouldBeNull();
    }

    private static bool IsLithuanian(string name)
    {
        var people = SampleCountries.Lithuania.People;
        var (first, last) = (name[..name.IndexOf(' ', StringComparison.Ordinal)], name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return (people.Female.Contains(first) && people.FamilyFemale.Contains(last))
            || (people.Male.Contains(first) && people.Family.Contains(last));
    }
}
