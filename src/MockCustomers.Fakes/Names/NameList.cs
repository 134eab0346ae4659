using MockCustomers.Customers;

namespace MockCustomers.Fakes.Names;

/// <summary>Names to pick from, the remarkable ones among them known.</summary>
internal sealed class NameList
{
    private readonly string[][] pieces;

    /// <param name="names">At least one.</param>
    public NameList(IReadOnlyList<string> names)
    {
        var (shortest, longest) = (int.MaxValue, 0);
        foreach (var name in names) (shortest, longest) = (Math.Min(shortest, name.Length), Math.Max(longest, name.Length));
        pieces =
        [
            [.. names],
            [.. names.Where(name => name.Length == shortest)],
            [.. names.Where(name => name.Length == longest)],
            [.. names.Where(name => name.Any(c => !char.IsAscii(c) && char.IsLetter(c)))],
            [.. names.Where(name => name.AsSpan().ContainsAny('\'', '\u2019'))],
            [.. names.Where(name => name.Contains('-', StringComparison.Ordinal))],
        ];
    }

    /// <summary>How many letters the names of a kind have; for the shortest and the longest, which all have the same.</summary>
    public int LengthOf(Showpiece piece) => pieces[(int)piece][0].Length;

    public bool Has(Showpiece piece) => pieces[(int)piece].Length > 0;

    /// <summary>A name, of the kind asked for if there is one.</summary>
    /// <param name="bits">64 random bits.</param>
    public string Pick(ulong bits, Showpiece piece = Showpiece.Plain)
    {
        var names = pieces[Has(piece) ? (int)piece : 0];
        return names[StableHash.Below(bits, names.Length)];
    }

    /// <summary>A name that is not <paramref name="taken"/>; for lists of at least two different names.</summary>
    public string PickOther(ulong bits, string taken)
    {
        var names = pieces[0];
        var at = StableHash.Below(bits, names.Length);
        while (names[at] == taken) at = (at + 1) % names.Length;
        return names[at];
    }
}
