namespace MockCustomers.Diagnostics;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>The known name that differs least from one that is not known; null when none is near: at most a third of its letters differ.</summary>
    public static string? Of(string name, IEnumerable<string> known) => known
        .Select(other => (Name: other, Distance: Distance(name.ToUpperInvariant(), other.ToUpperInvariant())))
        .Where(other => other.Distance <= Math.Max(1, Math.Max(name.Length, other.Name.Length) / 3))
        .OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal)
        .Select(other => other.Name).FirstOrDefault();

    /// <summary>"; did you mean 'align'?"; empty when no name is near.</summary>
    public static string Question(string name, IEnumerable<string> known) => Of(name, known) is { } near ? $"; did you mean '{near}'?" : "";

    /// <summary>How many letters have to be put in, taken out, replaced or exchanged with their neighbour (optimal string alignment).</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[one.Length, other.Length];
    }
}
