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
    /// The countries take turns. A customer whose name must show what its country's names do not have gets the next country whose
    /// names do, and the country whose turn it was comes one later.
    /// </remarks>
    public static CountryBook[] Countries(Strata strata, IReadOnlyList<CountryBook> books)
    {
        var ranks = new Dictionary<Kind, int>();
        var countries = new CountryBook[Strata.Showcase];
        var turn = 0;
        for (var number = 0; number < countries.Length; number++)
        {
            var kind = strata.Of(number).Kind;
            var rank = ranks.GetValueOrDefault(kind);
            ranks[kind] = rank + 1;
            var piece = PieceAt(rank);
            var steps = Enumerable.Range(0, books.Count)
                .FirstOrDefault(step => books[(turn + step) % books.Count].Has(piece, kind.Subject));
            countries[number] = books[(turn + steps) % books.Count];
            if (steps == 0) turn++;
        }

        return countries;
    }

    private static Showpiece PieceAt(int rank) =>
        rank is >= (int)Showpiece.Shortest and <= (int)Showpiece.Hyphen ? (Showpiece)rank : Showpiece.Plain;
}
