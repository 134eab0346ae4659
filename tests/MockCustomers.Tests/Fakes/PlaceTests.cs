using System.Text.RegularExpressions;
using MockCustomers.Fakes.Countries;

namespace MockCustomers.Tests.Fakes;

public sealed class PlaceTests
{
    [Fact]
    public void City_state_and_postal_code_belong_to_one_place_of_the_country()
    {
        foreach (var customer in SamplePopulation.Customers())
        {
            var country = SampleCountries.All[customer.Text("countryCode")!];
            customer.Text("countryName").ShouldBe(country.Name);
            customer.Text("currency").ShouldBe(country.Currency);
            country.Places.Any(place =>
                place.City == customer.Text("city")
                && place.State == customer.Text("stateCode")
                && place.State == $"{country.Code}-{customer.Text("stateShort")}"
                && place.StateName == customer.Text("stateName")
                && (place.Postal == null ? customer.Text("postalCode") == null : Fits(customer.Text("postalCode"), place.Postal))).ShouldBeTrue(customer.Told());
        }
    }

    [Theory]
    [InlineData("US", @"^[1-9][0-9]{0,3} (Main|Oak) Street$", @"^Apt ([1-9]|1[0-9]|2[0-4])[A-D]?$")]
    [InlineData("LT", @"^(Gedimino pr\.|Vilniaus g\.) [1-9][0-9]?$", @"^bt\. ([1-9]|1[0-9]|2[0-4])[A-D]?$")]
    public void An_address_is_written_in_the_countrys_way(string country, string line, string line2)
    {
        foreach (var customer in SamplePopulation.Customers(country))
        {
            customer.Text("streetLine")!.ShouldMatch(line);
            customer.Text("streetLine2")!.ShouldMatch(line2);
        }
    }

    [Fact]
    public void Countries_and_places_turn_up_as_often_as_their_shares_say()
    {
        var customers = SamplePopulation.Customers("LT", "US").Skip(50)
            .GroupBy(customer => customer.Text("city")!).ToDictionary(city => city.Key, city => city.Count() / 4_950.0);
        customers["Vilnius"].ShouldBe(1 / 3.0 * 3 / 5, 0.03);
        customers["Austin"].ShouldBe(2 / 3.0 * 4 / 9, 0.03);
    }

    [Fact]
    public void A_pattern_is_filled_in_each_way_once()
    {
        PatternFilling.Size("A-#?").ShouldBe(260UL);
        var fillings = Enumerable.Range(0, 260).Select(number => PatternFilling.At("A-#?", (ulong)number)).ToList();
        fillings.Distinct().Count().ShouldBe(260);
        fillings.ShouldAllBe(filling => Fits(filling, "A-#?"));
    }

    internal static bool Fits(string? text, string pattern) => text is not null && Regex.IsMatch(
        text, "^" + Regex.Escape(pattern).Replace(@"\#", "[0-9]", StringComparison.Ordinal).Replace(@"\?", "[A-Z]", StringComparison.Ordinal) + "$");
}
