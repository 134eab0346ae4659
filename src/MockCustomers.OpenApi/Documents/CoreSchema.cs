using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.OpenApi.Documents;

/// <summary>What an unquoted YAML scalar means: the core schema of YAML 1.2 (section 10.3).</summary>
/// <remarks>
/// Two kinds of number stay strings, because they are identities where they occur: those with a leading zero (the postal code
/// 01109) and those with a plus (the phone +2348012345678). So do .inf and .nan, which JSON cannot say. Yes, no, on, off and
/// dates are strings in the core schema itself.
/// </remarks>
internal static class CoreSchema
{
    public static JsonNode? Value(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ => Number(plain) ?? JsonValue.Create(plain),
    };

    private static JsonNode? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal)) return Hexadecimal(text[2..]);
        if (text.StartsWith("0o", StringComparison.Ordinal)) return Octal(text[2..]);
        return Decimal(text) is { } json ? Json(json) : null;
    }

    private static JsonValue? Json(string number)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(number));
        reader.Read();
        return JsonValue.Create(JsonElement.ParseValue(ref reader));
    }

    private static JsonNode? Hexadecimal(string digits) =>
        ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? Json($"{value}") : null;

    private static JsonNode? Octal(string digits) =>
        digits.Length is > 0 and <= 21 && digits.All(c => c is >= '0' and <= '7')
            ? Json($"{digits.Aggregate(0UL, (value, c) => (value * 8) + (ulong)(c - '0'))}")
            : null;

    /// <summary>The number as JSON writes it, its digits untouched; null when it is none.</summary>
    private static string? Decimal(string written)
    {
        ReadOnlySpan<char> text = written;
        var sign = text is ['-', ..] ? "-" : "";
        text = text[sign.Length..];
        var whole = Digits(ref text);
        if (whole is ['0', _, ..]) return null;
        var point = text is ['.', ..];
        var fraction = point ? Digits(ref text, 1) : "";
        if (whole.IsEmpty && fraction.IsEmpty) return null;
        if (!text.IsEmpty && !IsExponent(text)) return null;
        if (!whole.IsEmpty && (!point || !fraction.IsEmpty)) return written;
        if (whole.IsEmpty) whole = "0";
        if (fraction.IsEmpty) fraction = "0";
        return $"{sign}{whole}.{fraction}{text}";
    }

    private static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> text, int from = 0)
    {
        var rest = text[from..];
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest : rest[..end];
        text = rest[digits.Length..];
        return digits;
    }

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text is not ['e' or 'E', ..]) return false;
        text = text[(text is [_, '+' or '-', ..] ? 2 : 1)..];
        return !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
    }
}
