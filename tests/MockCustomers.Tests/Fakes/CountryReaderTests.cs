using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Fakes.Countries;

namespace MockCustomers.Tests.Fakes;

public sealed class CountryReaderTests
{
    private const string File = "specs/_countries/LT.yaml";

    [Fact]
    public void A_country_is_read_as_it_is_written()
    {
        var diagnostics = new DiagnosticBag();
        var country = CountryReader.Read(File, Lithuania(), diagnostics).ShouldNotBeNull();
        diagnostics.IsEmpty.ShouldBeTrue();
        (country.Code, country.Name, country.Currency).ShouldBe(("LT", "Lithuania", "EUR"));
        country.People.Family.ShouldBe(["Kazlauskas", "Butkus"]);
        country.People.FamilyFemale.ShouldBe(["Kazlauskienė", "Butkienė"]);
        country.People.Titles.Male.ShouldBe(["Mr"]);
        country.Places.ShouldBe([new Place("Vilnius", "LT-VL", "Vilniaus apskritis", "LT-01###", 3)]);
        country.Streets.Numbers.ShouldBe(new NumberRange(1, 180));
        country.Streets.Units.ShouldBe(["bt. {unit}"]);
        country.Phone.Patterns.ShouldBe(["+370900#####"]);
        country.Companies.Forms.ShouldBe([new LegalForm("UAB", 80)]);
        country.PersonalNumber.ShouldBeNull();
        country.CompanyNumber.ShouldBe(new NumberPattern("code", "0########", "why", "source"));
    }

    [Fact]
    public void What_may_be_left_out_may_be_left_out()
    {
        var document = Lithuania();
        document["people"] = JsonNode.Parse("""{"locale": "lv"}""");
        document.Remove("personalNumber");
        document.Remove("companyNumber");
        document["streets"]!.AsObject().Remove("units");
        document["places"]![0]!["postal"] = null;
        var country = CountryReader.Read(File, document, new DiagnosticBag()).ShouldNotBeNull();
        country.People.Titles.ShouldBe(Titles.English);
        country.Streets.Units.ShouldNotBeEmpty();
        country.Places[0].Postal.ShouldBeNull();
    }

    [Theory]
    [InlineData("/code", "\"lt\"", "'lt' does not fit; an ISO 3166-1 alpha-2 code such as LT")]
    [InlineData("/code", "false", "false is not a text; an ISO 3166-1 alpha-2 code such as LT, in quotes where YAML would not read it as text")]
    [InlineData("/currency", "\"euro\"", "'euro' does not fit; an ISO 4217 code such as EUR")]
    [InlineData("/name", "null", "is missing; the country's name in English")]
    [InlineData("/name", "\" \"", "' ' does not fit; the country's name in English")]
    [InlineData("/colour", "1", "unknown key 'colour'; one of: code, companies, companyNumber, currency, name, people, personalNumber, phone, places, streets")]
    [InlineData("/a~1b~0c", "1", "unknown key 'a/b~c'; one of: code, companies, companyNumber, currency, name, people, personalNumber, phone, places, streets")]
    [InlineData("/people", "[]", "a list is not a group of keys; keys and values")]
    [InlineData("/people/female", "null", "is missing, and there is no locale to lend it; a list of names, at least two different ones")]
    [InlineData("/people/male", "[\"Jonas\"]", "has one name only; a list of names, at least two different ones")]
    [InlineData("/people/male", "[]", "is an empty list; a list of names, at least two different ones")]
    [InlineData("/people/family/1", "7", "7 is not a text; a list of names, in quotes where YAML would not read it as text")]
    [InlineData("/people/familyFemale", "[\"Kazlauskienė\"]", "has 1 names where family has 2; the women's form of each name of family, in the same order")]
    [InlineData("/people/titles/male", "null", "is missing; a list of titles, at least one")]
    [InlineData("/places", "[]", "is an empty list; a list of places, at least one")]
    [InlineData("/places/0/state", "\"LV-VL\"", "'LV-VL' does not fit; an ISO 3166-2 code such as LT-X")]
    [InlineData("/places/0/postal", "\"lt-###\"", "'lt-###' does not fit; a postal code, # for a digit and ? for a capital letter, or null")]
    [InlineData("/places/0/share", "0", "0 is not a share; a whole number, 1 or more")]
    [InlineData("/places/0/share", "1.5", "1.5 is not a share; a whole number, 1 or more")]
    [InlineData("/places/0/zip", "1", "unknown key 'zip'; one of: city, postal, share, state, stateName")]
    [InlineData("/streets/pattern", "\"{nr} {street}\"", "'{nr} {street}' does not fit; a text with {number} and {street}")]
    [InlineData("/streets/numbers", "\"9-1\"", "'9-1' does not fit; a range such as 1-180")]
    [InlineData("/streets/units", "[\"bt.\"]", "'bt.' does not fit; texts with {unit}", "/streets/units/0")]
    [InlineData("/phone/patterns", "[\"0900 ###\"]", "'0900 ###' does not fit; +, then 8 to 15 digits, at least one of them a #", "/phone/patterns/0")]
    [InlineData("/phone/patterns", "\"+370\"", "\"\\u002B370\" is not a list; +, then 8 to 15 digits, at least one of them a #")]
    [InlineData("/phone/why", "null", "is missing; why nobody can have such a number")]
    [InlineData("/companies/pattern", "\"{word} {trade}\"", "'{word} {trade}' does not fit; a text with {word}, {trade} and {form}")]
    [InlineData("/companies/forms/0/share", "-1", "-1 is not a share; a whole number, 1 or more")]
    [InlineData("/companyNumber/pattern", "\"123\"", "'123' does not fit; 1 to 18 # (a digit) or 1 to 12 ? (a capital letter), and what stands around them")]
    public void A_mistake_is_named_with_its_place_and_what_would_be_right(string key, string value, string message, string? at = null)
    {
        var diagnostics = new DiagnosticBag();
        CountryReader.Read(File, With(key, value), diagnostics).ShouldBeNull();
        diagnostics.Found.Select(found => found.ToString()).ShouldBe([$"{File}#{at ?? key}: {message}"]);
    }

    [Fact]
    public void An_unknown_locale_is_answered_with_those_there_are()
    {
        var found = Mistakes(With("/people/locale", "\"lt\"")).ShouldHaveSingleItem();
        found.Pointer.ShouldBe("/people/locale");
        found.Problem.ShouldBe("'lt' does not fit");
        found.Remedy.ShouldStartWith("one of: af_ZA, ar, az, cz, de,");
    }

    /// <summary>Bogus would call her Jo: "pl" has no women's names, and its gap is filled in English.</summary>
    [Fact]
    public void A_locale_that_would_answer_in_English_is_refused()
    {
        var document = Lithuania();
        document["people"] = JsonNode.Parse("""{"locale": "pl"}""");
        Mistakes(document).Select(found => found.Pointer).ShouldBe(["/people/female", "/people/male"]);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var document = With("/places/0/share", "0");
        document["currency"] = "x";
        document.Remove("phone");
        Mistakes(document).Select(found => found.Pointer).ShouldBe(["/currency", "/places/0/share", "/phone"]);
    }

    [Fact]
    public void An_empty_file_is_one_mistake() => Mistakes(null).ShouldHaveSingleItem().Pointer.ShouldBe("");

    [Fact]
    public void A_mistake_in_another_file_does_not_spoil_this_one()
    {
        var diagnostics = new DiagnosticBag();
        diagnostics.Add("specs/_countries/PL.yaml", "", "is wrong", "what is right");
        CountryReader.Read(File, Lithuania(), diagnostics).ShouldNotBeNull();
    }

    private static IReadOnlyList<Diagnostic> Mistakes(JsonNode? document)
    {
        var diagnostics = new DiagnosticBag();
        CountryReader.Read(File, document, diagnostics).ShouldBeNull();
        return diagnostics.Found;
    }

    private static JsonObject With(string pointer, string value)
    {
        var document = Lithuania();
        var steps = JsonPointer.Keys(pointer);
        JsonNode node = document;
        foreach (var step in steps[..^1]) node = Step(node, step)!;
        if (node is JsonArray list) list[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        else node[steps[^1]] = JsonNode.Parse(value);
        return document;
    }

    private static JsonNode? Step(JsonNode node, string step) =>
        node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node[step];

    private static JsonObject Lithuania() => JsonNode.Parse(
        """
        {
          "code": "LT", "name": "Lithuania", "currency": "EUR",
          "people": {
            "locale": null, "female": ["Ona", "Rasa"], "male": ["Jonas", "Petras"],
            "family": ["Kazlauskas", "Butkus"], "familyFemale": ["Kazlauskienė", "Butkienė"],
            "titles": {"female": ["Mrs", "Ms"], "male": ["Mr"]}
          },
          "places": [{"city": "Vilnius", "state": "LT-VL", "stateName": "Vilniaus apskritis", "postal": "LT-01###", "share": 3}],
          "streets": {"names": ["Gedimino pr."], "pattern": "{street} {number}", "numbers": "1-180", "units": ["bt. {unit}"]},
          "phone": {"patterns": ["+370900#####"], "why": "why", "source": "source"},
          "companies": {
            "words": ["Gintaras"], "trades": ["Prekyba"], "forms": [{"form": "UAB", "share": 80}],
            "pattern": "{form} \"{word} {trade}\""
          },
          "personalNumber": null,
          "companyNumber": {"name": "code", "pattern": "0########", "why": "why", "source": "source"}
        }
        """)!.AsObject();
}
