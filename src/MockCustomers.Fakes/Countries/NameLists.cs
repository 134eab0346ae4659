namespace MockCustomers.Fakes.Countries;

/// <summary>First names of women, of men, and last names; each may be empty.</summary>
internal sealed record NameLists(IReadOnlyList<string> Female, IReadOnlyList<string> Male, IReadOnlyList<string> Family)
{
    public static NameLists Empty { get; } = new([], [], []);
}
