namespace MockCustomers.Cli;

/// <summary>Text that somebody else sent, as a line of a terminal.</summary>
internal static class VisibleText
{
    /// <summary>One line, and none of what a terminal would take for an order.</summary>
    public static string Of(string text) => HasControl(text) ? string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString())) : text;

    /// <summary>Whether any character is one of <see cref="char.IsControl(char)"/>, found in two searches: most have none.</summary>
    private static bool HasControl(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\0', '\u001f') || text.ContainsAnyInRange('\u007f', '\u009f');
}
