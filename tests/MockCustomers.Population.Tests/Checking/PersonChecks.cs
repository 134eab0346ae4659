using System.Globalization;
using System.Text.Json;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>Names, titles, ages, e-mail addresses and legal forms belong to one person or company.</summary>
internal sealed class PersonChecks(Expectations expected, DateTimeOffset now) : ICheck
{
    private const int LongestPartOfEmail = 24;
    private const int LongestPartOfHost = 31;
    private readonly CountryFacts[] countries = [.. expected.Countries.Select(code => CountryFacts.All[code])];

    public void Check(JsonElement customer, Action<string, string> wrong)
    {
        foreach (var person in expected.People)
            if (Matcher.Holds(customer, person.When)) Person(customer, person, wrong);
        foreach (var company in expected.Companies)
            if (Matcher.Holds(customer, company.When)) Company(customer, company, wrong);
    }

    private void Person(JsonElement customer, Person fields, Action<string, string> wrong)
    {
        var (first, last, full) = (Paths.Text(customer, fields.First), Paths.Text(customer, fields.Last), Paths.Text(customer, fields.Full));
        if (fields.First is not null && (string.IsNullOrEmpty(first) || string.IsNullOrEmpty(last))) wrong("a person has a first and a last name", $"{first} {last}");
        if (full is not null && first is not null && !IsWhole(full, first, Paths.Text(customer, fields.Middle), last!, fields.WithMiddle)) wrong("the whole name is made of its parts", full);
        if (fields.Middle is not null && Paths.Text(customer, fields.Middle) == first) wrong("the middle name is another than the first", first!);
        var name = full is not null && first is null ? full : $"{first} {last}";
        if (countries.Any(country => country.LegalForms.Any(form => name.EndsWith(" " + form, StringComparison.Ordinal)))) wrong("a person has no legal form", name);
        if (Paths.Text(customer, fields.Email) is { Length: > 0 } email && !IsMadeOf(email, name, first)) wrong("the e-mail is made of the names", email);
        if (fields.Title is not null) Title(Paths.Text(customer, fields.Title)!, Paths.Text(customer, fields.Gender)!, wrong);
        if (fields.Born is not null) Age(Paths.Text(customer, fields.Born)!, customer, wrong);
    }

    private static bool IsWhole(string full, string first, string? middle, string last, bool withMiddle) =>
        withMiddle ? full == $"{first} {middle} {last}" || full == $"{first} {middle![0]} {last}" : full == $"{first} {last}";

    /// <summary>FIRST.LAST.NUMBER@: each of the names as far as it fits. Where the parts are not told, some split of the whole name.</summary>
    private static bool IsMadeOf(string email, string name, string? first)
    {
        var local = email.Split('@')[0].Split('.');
        if (local.Length != 3 || !local[2].All(char.IsAsciiDigit)) return false;
        var words = name.Split(' ');
        var splits = first is not null ? [first.Split(' ').Length] : Enumerable.Range(1, Math.Max(1, words.Length - 1));
        return splits.Any(split => Cut(words[..split]) == local[0] && Cut(words[split..]) == local[1]);

        static string Cut(string[] words)
        {
            var folded = Letters.Fold(string.Concat(words));
            return (folded.Length <= LongestPartOfEmail ? folded : folded[..LongestPartOfEmail]).TrimEnd('-');
        }
    }

    private void Title(string title, string gender, Action<string, string> wrong)
    {
        var fitting = gender is "F" or "female" ? countries.SelectMany(c => c.Female) : countries.SelectMany(c => c.Male);
        if (!fitting.Contains(title)) wrong("the title fits the gender", $"{title} {gender}");
    }

    private void Age(string born, JsonElement customer, Action<string, string> wrong)
    {
        if (!DateOnly.TryParseExact(born, ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            wrong("the birth date is a date", born);
            return;
        }

        if (Years(day, DateOnly.FromDateTime(now.UtcDateTime)) is < 18 or > 90) wrong("the age is from 18 to 90", born);
        if (expected.Times is { } times && TimeChecks.Time(customer, times.Created, times.Unix) is { } created
            && Years(day, DateOnly.FromDateTime(created.UtcDateTime)) < 18) wrong("customers were 18 when they became customers", born);
    }

    private static int Years(DateOnly born, DateOnly on) =>
        on.Year - born.Year - ((on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    private void Company(JsonElement customer, Company fields, Action<string, string> wrong)
    {
        if (Paths.Text(customer, fields.Name) is not { Length: > 0 } name)
        {
            wrong("a company has a name", "");
            return;
        }

        var its = CountryFacts.Find(Paths.Text(customer, fields.Country)) is { } country ? [country] : countries;
        if (!its.Any(c => c.LegalForms.Any(form => name.EndsWith(" " + form, StringComparison.Ordinal) || name.StartsWith(form + " ", StringComparison.Ordinal))))
            wrong("a company has a legal form of its country", name);
        if (Paths.Text(customer, fields.Email) is { Length: > 0 } email && !Fits(email, name)) wrong("the e-mail fits the company's name", email);
    }

    /// <summary>ROLE.NUMBER@WORDS.example: the words stand in the name, one after the other.</summary>
    private static bool Fits(string email, string name)
    {
        var parts = email.Split('@');
        var label = parts[1].Split('.')[0].Replace("-", "", StringComparison.Ordinal);
        var folded = Letters.Fold(name).Replace("-", "", StringComparison.Ordinal);
        return label.Length >= 4 && (folded.Contains(label, StringComparison.Ordinal) || label.Length >= LongestPartOfHost)
            && Matcher.Pattern("^[a-z]+\\.[0-9]+$").IsMatch(parts[0]);
    }
}
