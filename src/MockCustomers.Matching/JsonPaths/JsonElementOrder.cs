using System.Globalization;
using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>How filters compare values.</summary>
internal static class JsonElementOrder
{
    /// <summary>Whether two values are equal; numbers are, however they are written.</summary>
    public static bool IsEqual(JsonElement one, JsonElement other) =>
        Compare(one, other) is { } order ? order == 0 : JsonElement.DeepEquals(one, other);

    /// <summary>The order of two numbers or two texts; null for anything else.</summary>
    public static int? Compare(JsonElement one, JsonElement other) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) when Number(one) is { } a && Number(other) is { } b => a.CompareTo(b),
        (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(one.GetString(), other.GetString()),
        _ => null,
    };

    private static decimal? Number(JsonElement value) =>
        decimal.TryParse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
