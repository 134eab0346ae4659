namespace MockCustomers.Fakes.Countries;

/// <summary>How a country's addresses are written.</summary>
/// <param name="Names">At least one.</param>
/// <param name="Pattern">With {number} and {street}, in the country's order.</param>
/// <param name="Units">The ways to write a part of a house, each with {unit}, which becomes 12 or 4B.</param>
internal sealed record Streets(
    IReadOnlyList<string> Names, string Pattern, NumberRange Numbers, IReadOnlyList<string> Units)
{
    /// <summary>For a country that says nothing about the parts of a house.</summary>
    public static IReadOnlyList<string> EnglishUnits { get; } = ["Apt {unit}", "Flat {unit}"];
}
