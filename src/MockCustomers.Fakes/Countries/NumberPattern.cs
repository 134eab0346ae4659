namespace MockCustomers.Fakes.Countries;

/// <summary>An official number of people or companies in a form that its office cannot issue.</summary>
/// <param name="Name">What the country calls it, such as bvn.</param>
/// <param name="Pattern">1 to 18 # for digits or 1 to 12 ? for capital letters, and what stands around them.</param>
/// <param name="Why">Why no number of this pattern can be anybody's.</param>
/// <param name="Source">Who says so.</param>
internal sealed record NumberPattern(string Name, string Pattern, string Why, string Source);
