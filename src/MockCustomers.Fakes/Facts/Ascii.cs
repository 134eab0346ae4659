namespace MockCustomers.Fakes.Facts;

/// <summary>Names in the 37 characters that are safe in an e-mail or web address: a to z, 0 to 9 and the hyphen.</summary>
/// <remarks>By tables of its own: what the runtime makes of an accent depends on the machine's ICU, or on there being none.</remarks>
internal static class Ascii
{
    // U+00C0 to U+017F; * is spelt out below, . is dropped.
    private const string Latin =
        "aaaaaa*ceeeeiiiidnooooo.ouuuuy**aaaaaa*ceeeeiiiidnooooo.ouuuuy*y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll" +
        "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    // U+1E00 to U+1EFF: the dots of Igbo and Yoruba, the accents of Vietnamese.
    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwya...*.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

    /// <summary>Writes the name folded, in lower case, as far as it fits; hyphens neither lead, nor trail, nor follow each other.</summary>
    /// <param name="space">What a space becomes: a hyphen, or \0 for nothing.</param>
    /// <returns>How many characters were written; 0 when the name has none that could be.</returns>
    public static int Fold(ReadOnlySpan<char> name, Span<char> into, char space)
    {
        var length = 0;
        foreach (var c in name)
        {
            var folded = c == ' ' ? space : Fold(c);
            if (folded == '*') length = Append(SpeltOut(c), into, length);
            else if (folded is not ('\0' or '.')) length = Append(folded, into, length);
        }

        return length > 0 && into[length - 1] == '-' ? length - 1 : length;
    }

    private static int Append(ReadOnlySpan<char> letters, Span<char> into, int length)
    {
        foreach (var letter in letters) length = Append(letter, into, length);
        return length;
    }

    private static int Append(char c, Span<char> into, int length)
    {
        if (length == into.Length || (c == '-' && (length == 0 || into[length - 1] == '-'))) return length;
        into[length] = c;
        return length + 1;
    }

    private static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' or '-' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        >= '\u00C0' and <= '\u017F' => Latin[c - '\u00C0'],
        >= '\u1E00' and <= '\u1EFF' => LatinAdditional[c - '\u1E00'],
        'Ș' or 'ș' => 's',
        'Ț' or 'ț' => 't',
        'Ơ' or 'ơ' => 'o',
        'Ư' or 'ư' => 'u',
        _ => '\0',
    };

    private static string SpeltOut(char c) => c switch
    {
        'Æ' or 'æ' => "ae",
        'Œ' or 'œ' => "oe",
        'Þ' or 'þ' => "th",
        'Ĳ' or 'ĳ' => "ij",
        _ => "ss",
    };
}
