using MockCustomers.Customers;

namespace MockCustomers.Tests.Fakes;

public sealed class ShowcaseTests
{
    [Fact]
    public void All_countries_are_among_the_first_customers() =>
        First().Select(customer => customer.Text("countryCode")!).Distinct().Order().ShouldBe(SampleCountries.All.Keys.Order());

    [Fact]
    public void Countries_of_the_smallest_share_are_too()
    {
        var faker = new MockCustomers.Fakes.BogusFaker(SampleCountries.All);
        var facts = faker.Facts([new("LT", 1_000_000), new("US", 1), new("NG", 1)]);
        SamplePopulation.Customers(SamplePopulation.Of(facts), Strata.Showcase)
            .Select(customer => customer.Text("countryCode")!).Distinct().Order().ShouldBe(["LT", "NG", "US"]);
    }

    [Fact]
    public void A_shortest_and_a_longest_persons_name_are_among_them()
    {
        var people = SampleCountries.Lithuania.People;
        var shortest = First("LT").First(customer => !customer.IsCompany() && customer.ShowcaseRank == 1);
        shortest.Text("firstName")!.Length.ShouldBe(3);
        shortest.Text("lastName")!.Length.ShouldBe(shortest.Text("gender") == "female" ? 7 : 6);
        var longest = First("LT").First(customer => !customer.IsCompany() && customer.ShowcaseRank == 2);
        longest.Text("firstName").ShouldBe(longest.Text("gender") == "female" ? "Anna-Marija" : "Žygimantas");
        longest.Text("lastName")!.Length.ShouldBe(
            (longest.Text("gender") == "female" ? people.FamilyFemale : people.Family).Max(name => name.Length));
    }

    [Fact]
    public void A_shortest_and_a_longest_companys_name_are_among_them()
    {
        var companies = First("LT").Where(customer => customer.IsCompany()).ToDictionary(c => c.ShowcaseRank, c => c.Text("companyName")!);
        companies[1].ShouldContain("Baltic Prekyba");
        companies[2].ShouldContain("Gintaras Logistika");
    }

    /// <summary>Latvia has the accents, the United States the apostrophe, Nigeria the hyphen: the country follows the name.</summary>
    [Theory]
    [InlineData(3, "[^ -~]")]
    [InlineData(4, "'")]
    [InlineData(5, "-")]
    public void A_name_with_accents_an_apostrophe_and_a_hyphen_are_among_them(int rank, string remarkable)
    {
        var customer = First("US", "NG", "LV").First(customer => !customer.IsCompany() && customer.ShowcaseRank == rank);
        customer.Text("fullName")!.ShouldMatch(remarkable);
    }

    [Theory]
    [InlineData(3, "[^ -~]")]
    [InlineData(4, "'")]
    [InlineData(5, "-")]
    public void So_are_such_companies(int rank, string remarkable)
    {
        var customer = First("US", "LT").First(customer => customer.IsCompany() && customer.ShowcaseRank == rank);
        customer.Text("companyName")!.ShouldMatch(remarkable);
    }

    /// <summary>Three strata and three countries: without a shift each stratum would live in one country.</summary>
    [Fact]
    public void Customers_of_one_stratum_live_in_several_countries() =>
        First("LT", "US", "NG").GroupBy(customer => customer.Stratum, customer => customer.Text("countryCode")!)
            .ShouldAllBe(stratum => stratum.Distinct().Count() == 3);

    private static IEnumerable<CustomerContext> First(params string[] countries) =>
        SamplePopulation.Customers(SamplePopulation.Of(SamplePopulation.Facts(countries)), Strata.Showcase);
}
