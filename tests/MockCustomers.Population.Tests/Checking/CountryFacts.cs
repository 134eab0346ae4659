using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>What a country's file says, read without the product's reader, and what Expectations says of its numbers.</summary>
internal sealed class CountryFacts
{
    private static readonly JsonObject Reserved = YamlFile.Read(Here.Folder, "Expectations", "_phones.yaml");

    private CountryFacts(string code)
    {
        var file = YamlFile.Read(RepositoryFiles.Specs, "_countries", code + ".yaml");
        Code = code;
        Name = (string)file["name"]!;
        Places = [.. file["places"]!.AsArray().Select(place => new Place(
            (string)place!["city"]!, (string)place["state"]!, (string)place["stateName"]!, Postal((string?)place["postal"])))];
        Female = Texts(file["people"]!["titles"]!["female"]);
        Male = Texts(file["people"]!["titles"]!["male"]);
        Streets = Texts(file["streets"]!["names"]);
        LegalForms = [.. file["companies"]!["forms"]!.AsArray().Select(form => (string)form!["form"]!)];
        Phones = [.. Texts(Reserved[code]!["ranges"]).Select(range => new Regex($"^{range}$", RegexOptions.CultureInvariant))];
        Digits = [.. Reserved[code]!["digits"]!.AsArray().Select(digits => (int)(long)digits!)];
        CallingCode = (string)Reserved[code]!["calling"]!;
    }

    public static IReadOnlyDictionary<string, CountryFacts> All { get; } = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Specs, "_countries"), "*.yaml")
        .Select(file => new CountryFacts(Path.GetFileNameWithoutExtension(file))).ToDictionary(country => country.Code);

    public string Code { get; }

    public string Name { get; }

    public IReadOnlyList<Place> Places { get; }

    public string[] Female { get; }

    public string[] Male { get; }

    public string[] Streets { get; }

    public string[] LegalForms { get; }

    /// <summary>The telephone numbers that nobody can have.</summary>
    public Regex[] Phones { get; }

    /// <summary>How many digits a number has after the calling code.</summary>
    public int[] Digits { get; }

    public string CallingCode { get; }

    /// <summary>By code or by name.</summary>
    public static CountryFacts? Find(string? text) =>
        text is null ? null : All.GetValueOrDefault(text) ?? All.Values.FirstOrDefault(country => country.Name == text);

    private static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(text => (string)text!)];

    private static Regex? Postal(string? pattern) => pattern is null ? null : new Regex(
        $"^{Regex.Escape(pattern).Replace("\\#", "[0-9]", StringComparison.Ordinal).Replace("\\?", "[A-Z]", StringComparison.Ordinal)}$",
        RegexOptions.CultureInvariant);

    internal sealed record Place(string City, string State, string StateName, Regex? Postal);
}
