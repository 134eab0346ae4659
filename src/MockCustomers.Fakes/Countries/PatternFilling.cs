namespace MockCustomers.Fakes.Countries;

/// <summary>Texts with places that are filled at random: # for a digit and ? for a capital letter.</summary>
/// <remarks>A pattern's fillings are numbered from 0, the last place counting fastest, so that a number picks one of them.</remarks>
internal static class PatternFilling
{
    /// <summary>Fillings are counted in 64 bits: up to this many digits, a letter weighing as much as 1.42 of them.</summary>
    private const double MostDigits = 18;

    /// <summary>How many fillings there are; 1 for a text without places.</summary>
    public static ulong Size(string pattern)
    {
        var size = 1UL;
        foreach (var c in pattern) size *= Ways(c);
        return size;
    }

    /// <summary>A filling at random.</summary>
    /// <param name="bits">64 random bits.</param>
    public static string Any(string pattern, ulong bits) => At(pattern, Math.BigMul(bits, Size(pattern), out _));

    /// <summary>The filling of that number.</summary>
    /// <param name="number">Below <see cref="Size"/>.</param>
    public static string At(string pattern, ulong number) =>
        string.Create(pattern.Length, (pattern, number), static (text, state) =>
        {
            var (pattern, rest) = state;
            for (var at = text.Length - 1; at >= 0; at--)
            {
                var c = pattern[at];
                var ways = Ways(c);
                if (ways == 1)
                {
                    text[at] = c;
                    continue;
                }

                (rest, var way) = Math.DivRem(rest, ways);
                text[at] = (char)((c == '#' ? '0' : 'A') + (int)way);
            }
        });

    /// <summary>Whether it is a postal code's pattern.</summary>
    public static bool IsPostal(string pattern) =>
        pattern.All(c => Ways(c) > 1 || char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c is ' ' or '-') && Fits(pattern);

    /// <summary>Whether it is a telephone number's pattern: as ITU-T E.164 has it, at most 15 digits.</summary>
    public static bool IsPhone(string pattern) =>
        pattern.StartsWith('+')
        && pattern.Skip(1).All(c => c is '#' or ' ' or '-' or '(' or ')' || char.IsAsciiDigit(c))
        && pattern.Count(c => c == '#' || char.IsAsciiDigit(c)) is >= 8 and <= 15
        && pattern.Contains('#', StringComparison.Ordinal);

    /// <summary>Whether it is an official number's pattern.</summary>
    public static bool IsNumber(string pattern) => pattern.Any(c => Ways(c) > 1) && Fits(pattern);

    private static bool Fits(string pattern) =>
        pattern.Count(c => c == '#') + 1.42 * pattern.Count(c => c == '?') <= MostDigits;

    private static ulong Ways(char c) => c switch
    {
        '#' => 10,
        '?' => 26,
        _ => 1,
    };
}
