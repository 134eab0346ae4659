namespace MockCustomers.Faults;

/// <summary>Matches texts against patterns in which * stands for any characters.</summary>
internal static class Wildcards
{
    /// <remarks>Goes back to the latest star alone, so that no pattern takes longer than its length times the text's.</remarks>
    public static bool Match(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, mark) = (p++, t);
            else if (p < pattern.Length && pattern[p] == text[t]) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t) = (star + 1, ++mark);
            else return false;
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }
}
