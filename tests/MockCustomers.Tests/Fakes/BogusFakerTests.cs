using MockCustomers.Customers;
using MockCustomers.Fakes;

namespace MockCustomers.Tests.Fakes;

public sealed class BogusFakerTests
{
    [Fact]
    public void The_facts_have_the_names_that_manifests_use() =>
        SamplePopulation.Of(SamplePopulation.Facts()).Facts.Names.ShouldBe(
        [
            "birthDate", "city", "company", "companyName", "companyNumber", "country", "countryCode", "countryName", "currency",
            "directorNames", "email", "firstName", "fullName", "fullNameWithInitial", "fullNameWithMiddle", "gender",
            "genderLetter", "lastName", "middleName", "name", "personalNumber", "phone", "place", "postalCode", "stateCode",
            "stateName", "stateShort", "streetLine", "streetLine2", "title", "url",
        ]);

    [Fact]
    public void The_countries_that_it_knows_are_sorted() =>
        new BogusFaker(SampleCountries.All).Countries.ShouldBe(["LT", "LV", "NG", "US"]);

    [Fact]
    public void Two_vendors_of_one_faker_have_facts_of_their_own()
    {
        var faker = new BogusFaker(SampleCountries.All);
        var one = SamplePopulation.Of(faker.Facts([new("LT", 1)]));
        var other = SamplePopulation.Of(faker.Facts([new("US", 1)]));
        SamplePopulation.Customers(one, 100).ShouldAllBe(customer => customer.Text("currency") == "EUR");
        SamplePopulation.Customers(other, 100).ShouldAllBe(customer => customer.Text("currency") == "USD");
    }

    [Fact]
    public void A_customer_far_out_is_as_whole_as_the_first()
    {
        var context = new CustomerContext(SamplePopulation.Of(SamplePopulation.Facts()));
        context.Turn(Population.Largest - 1);
        FakeEmail.CustomerNumberOf(context.Text("email")).ShouldBe(Population.Largest - 1);
        context.Told().ShouldNotBeEmpty();
    }
}
