using MockCustomers.Customers;
using MockCustomers.Fakes.Countries;

namespace MockCustomers.Fakes.Facts;

/// <summary>An official number that no two customers of a country share, as long as the pattern has enough of them.</summary>
/// <remarks>
/// The customer's number, shuffled over all fillings of the pattern: a stream of random bits would give some number twice. A
/// population larger than the pattern begins again.
/// </remarks>
/// <param name="number">The country's pattern; where it is null, so is the fact.</param>
internal sealed class SerialFact(string name, HomeFacts home, Func<Country, NumberPattern?> number) : Fact(name)
{
    // Made for the first customer; two threads that make it at once make the same.
    private Dictionary<object, Permutation>? shuffles;

    public override FactValue Make(CustomerContext context, ulong stream)
    {
        var country = home.CountryOf(context);
        if (number(country) is not { Pattern: var pattern }) return FactValue.Null;
        shuffles ??= Shuffles(StableHash.Of(context.Population.Seed, Name));
        var place = (ulong)context.Number % PatternFilling.Size(pattern);
        return FactValue.Of(PatternFilling.At(pattern, shuffles[country].Of(place)));
    }

    private Dictionary<object, Permutation> Shuffles(ulong seed)
    {
        var shuffles = new Dictionary<object, Permutation>(ReferenceEqualityComparer.Instance);
        foreach (var book in home.Books)
            if (number(book.Country) is { Pattern: var pattern })
                shuffles.Add(book.Country, new Permutation(StableHash.Of(seed, book.Country.Code), PatternFilling.Size(pattern)));
        return shuffles;
    }
}
