using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Fakes.Countries;

/// <summary>Reads a country file and finds every mistake in it.</summary>
internal static class CountryReader
{
    /// <param name="file">The file's name, for diagnostics.</param>
    /// <param name="document">Its content; null for an empty file.</param>
    /// <returns>null when anything is wrong; <paramref name="diagnostics"/> then says what.</returns>
    public static Country? Read(string file, JsonNode? document, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var country = Read(FilePart.Of(file, "", document, found));
        foreach (var mistake in found.Found)
            diagnostics.Add(mistake.File, mistake.Pointer, mistake.Problem, mistake.Remedy);
        return found.IsEmpty ? country : null;
    }

    private static Country Read(FilePart file)
    {
        var code = file.Text("code", "an ISO 3166-1 alpha-2 code such as LT", IsCountryCode);
        var country = new Country(
            code,
            file.Text("name", "the country's name in English"),
            file.Text("currency", "an ISO 4217 code such as EUR", IsCurrencyCode),
            PeopleReader.Read(file.Part("people")),
            [.. file.Parts("places", "a list of places, at least one").Select(place => PlaceOf(place, code))],
            StreetsOf(file.Part("streets")),
            PhoneOf(file.Part("phone")),
            CompaniesOf(file.Part("companies")),
            NumberOf(file.OptionalPart("personalNumber")),
            NumberOf(file.OptionalPart("companyNumber")));
        file.Close();
        return country;
    }

    private static Place PlaceOf(FilePart part, string country)
    {
        var place = new Place(
            part.Text("city", "the city's name"),
            part.Text("state", $"an ISO 3166-2 code such as {country}-X", state => IsState(state, country)),
            part.Text("stateName", "the state's name"),
            part.OptionalText("postal", "a postal code, # for a digit and ? for a capital letter, or null", PatternFilling.IsPostal),
            part.Share());
        part.Close();
        return place;
    }

    private static Streets StreetsOf(FilePart part)
    {
        var units = part.OptionalTexts("units", "texts with {unit}", text => Template.Parse(text, "unit") is not null);
        var streets = new Streets(
            part.Texts("names", "a list of street names, at least one"),
            part.Text("pattern", "a text with {number} and {street}", text => Template.Parse(text, "number", "street") is not null),
            NumberRange.Parse(part.Text("numbers", "a range such as 1-180", text => NumberRange.Parse(text) is not null))
                ?? new NumberRange(1, 1),
            units.Count > 0 ? units : Streets.EnglishUnits);
        part.Close();
        return streets;
    }

    private static Phone PhoneOf(FilePart part)
    {
        var phone = new Phone(
            part.Texts("patterns", "+, then 8 to 15 digits, at least one of them a #", PatternFilling.IsPhone),
            part.Text("why", "why nobody can have such a number"),
            part.Text("source", "who says so"));
        part.Close();
        return phone;
    }

    private static Companies CompaniesOf(FilePart part)
    {
        var companies = new Companies(
            part.Texts("words", "a list of words, at least one"),
            part.Texts("trades", "a list of trades, at least one"),
            [.. part.Parts("forms", "a list of legal forms, at least one").Select(FormOf)],
            part.Text(
                "pattern", "a text with {word}, {trade} and {form}",
                text => Template.Parse(text, "word", "trade", "form") is not null));
        part.Close();
        return companies;
    }

    private static LegalForm FormOf(FilePart part)
    {
        var form = new LegalForm(part.Text("form", "a legal form such as GmbH"), part.Share());
        part.Close();
        return form;
    }

    private static NumberPattern? NumberOf(FilePart? part)
    {
        if (part is null) return null;
        var number = new NumberPattern(
            part.Text("name", "what the country calls the number"),
            part.Text("pattern", "1 to 18 # (a digit) or 1 to 12 ? (a capital letter), and what stands around them", PatternFilling.IsNumber),
            part.Text("why", "why nobody can have such a number"),
            part.Text("source", "who says so"));
        part.Close();
        return number;
    }

    private static bool IsCountryCode(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);

    private static bool IsCurrencyCode(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    private static bool IsState(string text, string country) =>
        text.Length is >= 4 and <= 6
        && (text.StartsWith(country + "-", StringComparison.Ordinal) || !IsCountryCode(country))
        && text.Skip(3).All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
