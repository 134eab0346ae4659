using System.Text;
using System.Text.RegularExpressions;

namespace MockCustomers.Mappings.ToWireMock;

/// <summary>WireMock.Net's expressions, which match a part of a text, line by line, as ones of a whole text.</summary>
internal static partial class NetRegex
{
    /// <summary>Of the expressions that are looked through for what they were made of.</summary>
    public const int Longest = 4_000;

    private const string Begin = @"\A(?s-m:";
    private const string End = @")\z";

    public static string Whole(string expression)
    {
        if (expression.StartsWith(Begin, StringComparison.Ordinal) && expression.EndsWith(End, StringComparison.Ordinal)) return expression[Begin.Length..^End.Length];
        return Anchored().Match(expression) is { Success: true } anchored ? anchored.Groups[1].Value : $"[\\s\\S]*(?m-s:{expression})[\\s\\S]*";
    }

    /// <summary>A pattern with * and ?.</summary>
    public static string OfWildcard(string pattern)
    {
        var made = new StringBuilder();
        foreach (var letter in pattern) made.Append(letter switch { '*' => ".*", '?' => ".", _ => Regex.Escape(letter.ToString()) });
        return made.ToString();
    }

    /// <summary>The text that an expression is, when it is no more than a text.</summary>
    public static string? Literal(string expression)
    {
        var made = new StringBuilder();
        for (var at = 0; at < expression.Length; at++)
        {
            if (expression[at] == '\\' && at + 1 < expression.Length && !char.IsAsciiLetterOrDigit(expression[at + 1])) made.Append(expression[++at]);
            else if (@"\*+?|{}[]()^$.".Contains(expression[at], StringComparison.Ordinal)) return null;
            else made.Append(expression[at]);
        }

        return made.ToString();
    }

    /// <summary>From ^ to $, without an alternative that the anchors would not be of.</summary>
    [GeneratedRegex(@"^\^([^|\\]*(?:\\[^|AzZGbB][^|\\]*)*)\$$")]
    private static partial Regex Anchored();
}
