using System.Text.Json;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>City, state, postal code and street belong together and to the country; so do telephone numbers.</summary>
internal sealed class PlaceChecks(Expectations expected) : ICheck
{
    private readonly CountryFacts[] countries = [.. expected.Countries.Select(code => CountryFacts.All[code])];

    public void Check(JsonElement customer, Action<string, string> wrong)
    {
        foreach (var address in expected.Addresses)
            if (Paths.Text(customer, address.Country) is { Length: > 0 } country) Address(customer, address, country, wrong);
        foreach (var phone in expected.Phones)
            if (Paths.Text(customer, phone.Path) is { Length: > 0 } number) Phone(number, Paths.Text(customer, phone.Country), wrong);
    }

    private void Address(JsonElement customer, Address fields, string text, Action<string, string> wrong)
    {
        if (CountryFacts.Find(text) is not { } country || !countries.Contains(country))
        {
            wrong("the country is one of the vendor's", text);
            return;
        }

        var (city, state, postal) = (Paths.Text(customer, fields.City), Paths.Text(customer, fields.State), Paths.Text(customer, fields.Postal));
        var fits = country.Places.Any(place =>
            (fields.City is null || place.City == city)
            && (fields.State is null || state == place.State || state == place.State[3..] || state == place.StateName)
            && (fields.Postal is null || (place.Postal is null ? string.IsNullOrEmpty(postal) : postal is not null && place.Postal.IsMatch(postal))));
        if (!fits) wrong("city, state and postal code belong together and to the country", $"{city}, {state}, {postal}, {text}");
        if (fields.Street is not null && Paths.Text(customer, fields.Street) is var street
            && !country.Streets.Any(name => street?.Contains(name, StringComparison.Ordinal) == true)) wrong("the street is one of the country's", street ?? "null");
    }

    private void Phone(string number, string? countryText, Action<string, string> wrong)
    {
        var its = CountryFacts.Find(countryText) is { } country ? [country] : countries;
        if (!its.Any(c => number.StartsWith("+" + c.CallingCode, StringComparison.Ordinal) && c.Digits.Contains(number.Length - 1 - c.CallingCode.Length)))
            wrong("a phone has its country's code and length", $"{number}, {countryText}");
        if (!its.Any(c => c.Phones.Any(range => range.IsMatch(number)))) wrong("a phone is in a range of its country that nobody can have", $"{number}, {countryText}");
    }
}
