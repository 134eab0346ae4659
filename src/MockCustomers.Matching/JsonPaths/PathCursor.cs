namespace MockCustomers.Matching.JsonPaths;

/// <summary>Reads an expression character by character; blanks between its parts are passed over.</summary>
internal sealed class PathCursor(string text)
{
    private int at;

    public bool IsAtEnd
    {
        get
        {
            Skip();
            return at >= text.Length;
        }
    }

    /// <summary>Whether a text comes next.</summary>
    public bool Sees(string next)
    {
        Skip();
        return text.AsSpan(at).StartsWith(next, StringComparison.Ordinal);
    }

    /// <summary>Passes over a text when it comes next.</summary>
    public bool Takes(string next)
    {
        if (!Sees(next)) return false;
        at += next.Length;
        return true;
    }

    /// <exception cref="FormatException">Something else comes next.</exception>
    public void Expect(string next)
    {
        if (!Takes(next)) throw Wrong($"'{next}'");
    }

    /// <summary>The characters that come next, as long as they fit; empty for none.</summary>
    public string While(Func<char, bool> fits)
    {
        var begin = at;
        while (at < text.Length && fits(text[at])) at++;
        return text[begin..at];
    }

    /// <summary>A whole number; null when none comes next.</summary>
    public int? Whole()
    {
        Skip();
        var begin = at;
        if (at < text.Length && text[at] == '-') at++;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at == begin) return null;
        return int.TryParse(text.AsSpan(begin, at - begin), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a whole number");
    }

    /// <summary>What stands between two of a character; a backslash takes the next character as it is.</summary>
    /// <param name="keepsEscapes">Whether backslashes before other characters stay.</param>
    public string Quoted(char quote, bool keepsEscapes = false)
    {
        Skip();
        at++;
        var value = new System.Text.StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                at++;
                return value.ToString();
            }

            if (text[at] == '\\' && at + 1 < text.Length)
            {
                if (keepsEscapes && text[at + 1] != quote) value.Append('\\');
                at++;
            }

            value.Append(text[at]);
        }

        throw Wrong($"a closing {quote}");
    }

    public FormatException Wrong(string expected) =>
        new(at >= text.Length ? $"it ends where {expected} was expected" : $"at character {at + 1}, '{text[at]}', where {expected} was expected");

    private void Skip()
    {
        while (at < text.Length && text[at] == ' ') at++;
    }
}
