namespace MockCustomers.Diagnostics;

/// <summary>Finds the word that somebody may have meant.</summary>
public static class Nearest
{
    private const int Longest = 200;

    /// <summary>What would be right in place of a word that is unknown: the one that was probably meant, and all that are known.</summary>
    public static string Remedy(string word, IReadOnlyList<string> known)
    {
        if (known.Count == 0) return "there is none";
        var all = "one of: " + string.Join(", ", known);
        return To(word, known) is { } meant ? $"did you mean {meant}? {all}" : all;
    }

    /// <summary>The known word that differs least, by a third of its characters at most; null when none comes near.</summary>
    public static string? To(string word, IReadOnlyList<string> known)
    {
        if (word.Length > Longest) return null;
        return known.Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
            .Where(c => c.Distance <= Math.Max(1, c.Word.Length / 3))
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word).FirstOrDefault();
    }

    /// <summary>How many characters have to be added, taken away or changed; case does not count.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                var change = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
