using MockCustomers.Fakes.Countries;

namespace MockCustomers.Tests.Fakes;

public sealed class ContactTests
{
    [Fact]
    public void No_e_mail_address_can_receive_mail()
    {
        foreach (var customer in SamplePopulation.Customers())
        {
            var email = customer.Text("email")!;
            email.ShouldMatch(customer.IsCompany()
                ? @"^[a-z]+\.[0-9]+@[a-z0-9]+(-[a-z0-9]+)*\.example$"
                : @"^[a-z0-9-]+(\.[a-z0-9-]+)?\.[0-9]+@example\.(com|net|org)$");
            email.IndexOf('@', StringComparison.Ordinal).ShouldBeLessThanOrEqualTo(64);
            email.Length.ShouldBeLessThanOrEqualTo(254);
        }
    }

    [Fact]
    public void A_persons_email_is_made_of_the_name()
    {
        var customers = SamplePopulation.Customers("LT").Where(customer => !customer.IsCompany());
        var emails = customers.Select(customer => (Name: customer.Text("fullName"), Email: customer.Text("email")!)).ToList();
        emails.Where(c => c.Name == "Živilė O'Brien").ShouldNotBeEmpty();
        emails.Where(c => c.Name == "Živilė O'Brien").ShouldAllBe(c => c.Email.StartsWith("zivile.obrien."));
        emails.Where(c => c.Name == "Anna-Marija Žukauskienė").ShouldAllBe(c => c.Email.StartsWith("anna-marija.zukauskiene."));
    }

    [Fact]
    public void A_companys_email_and_web_address_are_under_its_own_name()
    {
        foreach (var customer in SamplePopulation.Customers().Where(customer => customer.IsCompany()))
        {
            var host = customer.Text("url")!["https://".Length..];
            customer.Text("email")!.ShouldEndWith("@" + host);
            if (customer.Text("companyName") == "Acme Auto Parts LLC") host.ShouldBe("acme-auto-parts.example");
        }
    }

    [Fact]
    public void No_web_address_leads_anywhere()
    {
        foreach (var customer in SamplePopulation.Customers())
            customer.Text("url")!.ShouldMatch(@"^https://[a-z0-9]+(-[a-z0-9]+)*\.example$");
    }

    [Fact]
    public void A_phone_number_is_one_of_the_countrys_that_ring_nowhere()
    {
        foreach (var customer in SamplePopulation.Customers())
            customer.Thing<Country>("country").Phone.Patterns.Any(pattern => PlaceTests.Fits(customer.Text("phone"), pattern)).ShouldBeTrue(customer.Told());
    }
}
