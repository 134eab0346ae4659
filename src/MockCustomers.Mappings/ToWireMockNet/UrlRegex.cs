using System.Text;
using System.Text.RegularExpressions;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>Regular expressions of parts of a URL as WireMock.Net shows it: decoded where that does no harm, else as sent.</summary>
internal static class UrlRegex
{
    /// <summary>What a URL begins with, before its path.</summary>
    public const string Origin = @"\Ahttps?://[^/?#]+";

    /// <summary>What may follow a path.</summary>
    public const string AnyQuery = @"(?:\?.*)?\z";

    /// <summary>A part of a URL as somebody wrote it, percent-encoded.</summary>
    /// <param name="delimiters">The characters that are not the same as their encoded selves.</param>
    public static string Raw(string raw, string delimiters)
    {
        var made = new StringBuilder();
        for (var at = 0; at < raw.Length;)
        {
            var end = at;
            while (end + 2 < raw.Length && raw[end] == '%') end += 3;
            if (end == at)
            {
                made.Append(Regex.Escape(raw[at..(at + 1)]));
                at++;
                continue;
            }

            foreach (var rune in Uri.UnescapeDataString(raw[at..end]).EnumerateRunes()) made.Append(Encoded(rune, !delimiters.Contains(rune.ToString(), StringComparison.Ordinal)));
            at = end;
        }

        return made.ToString();
    }

    /// <summary>A name or a value of a query, however a client may encode it.</summary>
    public static string Value(string decoded)
    {
        var made = new StringBuilder();
        foreach (var rune in decoded.EnumerateRunes())
        {
            if (rune.Value == ' ') made.Append(@"(?: |\+|%20)");
            else if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || "-._~".Contains((char)rune.Value, StringComparison.Ordinal))) made.Append(Regex.Escape(rune.ToString()));
            else made.Append(Encoded(rune, !"&#+%".Contains(rune.ToString(), StringComparison.Ordinal)));
        }

        return made.ToString();
    }

    private static string Encoded(Rune rune, bool orItself)
    {
        var bytes = new byte[4];
        var encoded = string.Concat(bytes.Take(rune.EncodeToUtf8(bytes)).Select(one => $"%{one:X2}"));
        return orItself ? $"(?:{Regex.Escape(rune.ToString())}|(?i:{encoded}))" : $"(?i:{encoded})";
    }
}
