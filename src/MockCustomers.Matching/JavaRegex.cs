using System.Text;
using System.Text.RegularExpressions;

namespace MockCustomers.Matching;

/// <summary>Java's regular expressions, which WireMock's patterns are, in .NET's words.</summary>
/// <remarks>What .NET does not read (possessive quantifiers, Java's own classes) is left as it is, so that its reader tells; what it would read otherwise is refused here.</remarks>
internal static class JavaRegex
{
    /// <summary>Inside of a class; Java's shorthands are of ASCII, .NET's of Unicode.</summary>
    private static readonly Dictionary<char, string> Shorthands = new() { ['d'] = "0-9", ['w'] = "a-zA-Z_0-9", ['s'] = @" \t\n\x0B\f\r" };

    private static readonly Dictionary<string, string> Posix = new()
    {
        ["Lower"] = "a-z",
        ["Upper"] = "A-Z",
        ["ASCII"] = @"\x00-\x7F",
        ["Alpha"] = "a-zA-Z",
        ["Digit"] = "0-9",
        ["Alnum"] = "a-zA-Z0-9",
        ["XDigit"] = "0-9a-fA-F",
        ["Space"] = @" \t\n\x0B\f\r",
        ["Blank"] = @" \t",
        ["Punct"] = @"!-/:-@\[-`{-~",
    };

    /// <returns>The expression; null when it means something that .NET cannot say.</returns>
    public static string? Translate(string java, out string problem)
    {
        problem = "";
        var net = new StringBuilder();
        for (var at = 0; at < java.Length; at++)
        {
            if (java[at] == '[' && ClassEnd(java, at) is var end && end > 0)
            {
                if (Class(java[(at + 1)..end]) is not { } inside)
                {
                    problem = "classes within classes and their intersections (&&) are Java's alone";
                    return null;
                }

                net.Append('[').Append(inside).Append(']');
                at = end;
            }
            else if (java[at] == '\\' && at + 1 < java.Length)
            {
                if (java[at + 1] is 'R' or 'X' or 'v' or 'V')
                {
                    problem = $"\\{java[at + 1]} is Java's alone";
                    return null;
                }

                at = Escape(java, at, net, isInClass: false);
            }
            else
            {
                net.Append(java[at]);
            }
        }

        return net.ToString();
    }

    /// <summary>Where a class ends; -1 when it does not.</summary>
    private static int ClassEnd(string java, int start)
    {
        var depth = 0;
        for (var at = start; at < java.Length; at++)
        {
            if (java[at] == '\\') at++;
            else if (java[at] == '[') depth++;
            else if (java[at] == ']' && --depth == 0) return at;
        }

        return -1;
    }

    /// <returns>null for what .NET cannot say.</returns>
    private static string? Class(string java)
    {
        // With the contrary of a shorthand in it, it keeps .NET's: [\s\S] is everything either way.
        var isContrary = java.Contains(@"\D", StringComparison.Ordinal) || java.Contains(@"\W", StringComparison.Ordinal) || java.Contains(@"\S", StringComparison.Ordinal);
        if (isContrary) return java.Contains('[', StringComparison.Ordinal) ? null : java;
        var net = new StringBuilder();
        for (var at = 0; at < java.Length; at++)
        {
            if (java[at] == '\\' && at + 1 < java.Length) at = Escape(java, at, net, isInClass: true);
            else if (java[at] == '[' || (java[at] == '&' && at + 1 < java.Length && java[at + 1] == '&')) return null;
            else net.Append(java[at]);
        }

        return net.ToString();
    }

    /// <summary>Writes an escape.</summary>
    /// <returns>Where it ends.</returns>
    private static int Escape(string java, int at, StringBuilder net, bool isInClass)
    {
        var letter = java[at + 1];
        if (letter == 'Q' && !isInClass)
        {
            var end = java.IndexOf(@"\E", at, StringComparison.Ordinal);
            net.Append(Regex.Escape(java[(at + 2)..(end < 0 ? java.Length : end)]));
            return end < 0 ? java.Length : end + 1;
        }

        if (letter is 'p' or 'P' && at + 2 < java.Length && java[at + 2] == '{' && java.IndexOf('}', at) is var close && close > 0 && Posix.TryGetValue(java[(at + 3)..close], out var posix))
        {
            net.Append(isInClass && letter == 'p' ? posix : $"[{(letter == 'P' ? "^" : "")}{posix}]");
            return close;
        }

        if (letter == 'h') net.Append(isInClass ? @" \t\u00A0" : @"[ \t\u00A0]");
        else if (Shorthands.TryGetValue(letter, out var inside)) net.Append(isInClass ? inside : $"[{inside}]");
        else if (!isInClass && letter is 'D' or 'W' or 'S') net.Append($"[^{Shorthands[char.ToLowerInvariant(letter)]}]");
        else net.Append('\\').Append(letter);
        return at + 1;
    }
}
