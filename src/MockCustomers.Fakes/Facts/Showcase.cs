using System.Numerics;
using MockCustomers.Customers;
using MockCustomers.Fakes.Names;

namespace MockCustomers.Fakes.Facts;

/// <summary>What the first customers show: of each kind one with each remarkable name, and every country.</summary>
internal static class Showcase
{
    /// <summary>What a customer's name must show.</summary>
    public static Showpiece PieceOf(Draw draw) => PieceAt(draw.ShowcaseRank);

    /// <summary>The country of each of the first customers.</summary>
    /// <remarks>
    /// The countries take turns, and each round of strata begins at another one, so that a stratum meets them all. A customer whose name must show what another country's names show better gets the
    /// next country whose names do, and the country whose turn it was comes one later.
    /// </remarks>
    public static CountryBook[] Countries(Strata strata, IReadOnlyList<CountryBook> books)
    {
        var ranks = new Dictionary<Kind, int>();
        var countries = new CountryBook[Strata.Showcase];
        var shift = Shift(strata.All.Count, books.Count);
        var turn = 0;
        for (var number = 0; number < countries.Length; number++)
        {
            if (number > 0 && number % strata.All.Count == 0) turn += shift;
            var kind = strata.Of(number).Kind;
            var rank = ranks.GetValueOrDefault(kind);
            ranks[kind] = rank + 1;
            var merits = books.Select(book => book.Merit(PieceAt(rank), kind.Subject)).ToList();
            var best = merits.Max();
            var steps = Enumerable.Range(0, books.Count).First(step => merits[(turn + step) % books.Count] == best);
            countries[number] = books[(turn + steps) % books.Count];
            if (steps == 0) turn++;
        }

        return countries;
    }

    /// <summary>How many turns to pass over after each round, so that the strata and the countries do not go in step.</summary>
    private static int Shift(int strata, int countries)
    {
        var shift = 0;
        while (BigInteger.GreatestCommonDivisor(strata + shift, countries) != 1) shift++;
        return shift;
    }

    private static Showpiece PieceAt(int rank) =>
        rank is >= (int)Showpiece.Shortest and <= (int)Showpiece.Hyphen ? (Showpiece)rank : Showpiece.Plain;
}
