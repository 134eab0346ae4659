using System.Numerics;
using MockCustomers.Customers;
using MockCustomers.Fakes.Names;

namespace MockCustomers.Fakes.Facts;

/// <summary>What the first customers show: of each kind one with each remarkable name, and every country.</summary>
internal static class Showcase
{
    /// <summary>What a customer's name must show.</summary>
    public static Showpiece PieceOf(CustomerContext context) => PieceAt(context.ShowcaseRank);

    /// <summary>The country of each of the first customers.</summary>
    /// <remarks>
    /// In each state the countries take turns, another one first in each. A customer whose name must show what another country's
    /// names show better gets the next country whose names do, and the country whose turn it was comes one later.
    /// </remarks>
    public static CountryBook[] Countries(Strata strata, IReadOnlyList<CountryBook> books)
    {
        var countries = new CountryBook[Strata.Showcase];
        var ranks = new Dictionary<Kind, int>();
        var states = strata.All.GroupBy(stratum => stratum.State)
            .Select((state, i) => (state.Key, First: state.First(), Shift: Shift(state.Count(), books.Count), Turn: i))
            .ToDictionary(state => state.Key);
        for (var number = 0; number < countries.Length; number++)
        {
            var stratum = strata.Of(number);
            var rank = ranks.GetValueOrDefault(stratum.Kind);
            ranks[stratum.Kind] = rank + 1;
            var state = states[stratum.State];
            if (number >= strata.All.Count && stratum == state.First) state.Turn += state.Shift;
            var steps = Steps(books, state.Turn, PieceAt(rank), stratum.Kind.Subject);
            countries[number] = books[(state.Turn + steps) % books.Count];
            if (steps == 0) state.Turn++;
            states[stratum.State] = state;
        }

        return countries;
    }

    /// <summary>How many countries to pass over for one whose names show a piece as well as any.</summary>
    private static int Steps(IReadOnlyList<CountryBook> books, int turn, Showpiece piece, Subject subject)
    {
        var merits = books.Select(book => book.Merit(piece, subject)).ToList();
        var best = merits.Max();
        return Enumerable.Range(0, books.Count).First(step => merits[(turn + step) % books.Count] == best);
    }

    /// <summary>How many turns to pass over when a state comes round, so that its kinds and the countries do not go in step.</summary>
    private static int Shift(int kinds, int countries)
    {
        var shift = 0;
        while (BigInteger.GreatestCommonDivisor(kinds + shift, countries) != 1) shift++;
        return shift;
    }

    private static Showpiece PieceAt(int rank) =>
        rank is >= (int)Showpiece.Shortest and <= (int)Showpiece.Hyphen ? (Showpiece)rank : Showpiece.Plain;
}
