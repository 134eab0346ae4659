namespace MockCustomers.Fakes.Countries;

/// <summary>How a country's people are called.</summary>
/// <param name="Locale">The Bogus locale that lends every list that is empty here; null when none is.</param>
/// <param name="Female">First names of women.</param>
/// <param name="Male">First names of men.</param>
/// <param name="Family">Last names; of men alone where <paramref name="FamilyFemale"/> is not empty.</param>
/// <param name="FamilyFemale">The women's form of each name of <paramref name="Family"/>; empty when there is none.</param>
internal sealed record People(
    string? Locale,
    IReadOnlyList<string> Female,
    IReadOnlyList<string> Male,
    IReadOnlyList<string> Family,
    IReadOnlyList<string> FamilyFemale,
    Titles Titles)
{
    /// <summary>Names that stand beside the locale's, such as those with the letters that it lacks.</summary>
    public NameLists With { get; init; } = NameLists.Empty;

    /// <summary>Names that the locale has by mistake, such as a woman's name among the men's.</summary>
    public NameLists Without { get; init; } = NameLists.Empty;
}
