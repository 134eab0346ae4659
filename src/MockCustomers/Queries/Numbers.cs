using System.Globalization;
using System.Text.Json.Nodes;

namespace MockCustomers.Queries;

/// <summary>Numbers as they are compared: as decimals, those out of their reach at its ends.</summary>
internal static class Numbers
{
    /// <summary>The number that a text says; null when it says none.</summary>
    public static decimal? Parse(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var large) || double.IsNaN(large)) return null;
        return large < 0 ? decimal.MinValue : decimal.MaxValue;
    }

    /// <summary>The value of a JSON number.</summary>
    public static decimal? Of(JsonNode number) => Parse(number.ToJsonString());

    /// <summary>Whether a text is a number as JSON writes it: no sign in front but a minus, no zeros in front.</summary>
    public static bool IsWritten(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[0]) || (digits[0] == '0' && digits.Length > 1 && char.IsAsciiDigit(digits[1]))) return false;
        return char.IsAsciiDigit(digits[^1]) && Parse(text) is not null;
    }
}
