namespace MockCustomers.Fakes.Countries;

/// <summary>What stands before a name; at least one for each gender.</summary>
internal sealed record Titles(IReadOnlyList<string> Female, IReadOnlyList<string> Male)
{
    /// <summary>For a country that names none: the vendors' pages are in English.</summary>
    public static Titles English { get; } = new(["Mrs", "Miss", "Ms"], ["Mr"]);
}
