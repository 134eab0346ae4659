namespace MockCustomers.Diagnostics;

/// <summary>Finds the word that somebody may have meant.</summary>
internal static class Nearest
{
    private const int Longest = 200;

    /// <summary>What would be right in place of a word that is unknown: the one that was probably meant, and all that are known.</summary>
    public static string Remedy(string word, IReadOnlyList<string> known)
    {
        if (known.Count == 0) return "there is none";
        var all = "one of: " + string.Join(", ", known);
        return To(word, known) is { } meant ? $"did you mean {meant}? {all}" : all;
    }

    /// <summary>"; did you mean 'acme'?"; empty when no word is near.</summary>
    public static string Question(string word, IEnumerable<string> known) => To(word, known) is { } near ? $"; did you mean '{near}'?" : "";

    /// <summary>The known word that differs least, by a third of its characters at most; null when none comes near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length > Longest) return null;
        return known.Select(candidate => (Word: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(c => c.Distance <= Math.Max(1, c.Word.Length / 3))
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word).FirstOrDefault();
    }

    /// <summary>How many characters have to be added, taken away, changed or exchanged with their neighbour (optimal string alignment).</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(changed, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[one.Length, other.Length];
    }
}
