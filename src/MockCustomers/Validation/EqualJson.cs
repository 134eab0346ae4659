using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Validation;

/// <summary>Finds JSON that is equal whatever the order of properties and however a number is written: 1, 1.0 and 1e0 are one.</summary>
internal static class EqualJson
{
    /// <summary>Whether two items of a list are equal; takes as long as the list is, not as its square.</summary>
    public static bool HasEquals(JsonArray list)
    {
        var seen = new HashSet<string>(list.Count);
        foreach (var item in list)
        {
            var text = new StringBuilder();
            Write(item, text);
            if (!seen.Add(text.ToString())) return true;
        }

        return false;
    }

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject map:
                text.Append('{');
                foreach (var (name, value) in map.OrderBy(property => property.Key, StringComparer.Ordinal))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name.Length}:{name}:");
                    Write(value, text);
                }

                text.Append('}');
                break;
            case JsonArray list:
                text.Append('[');
                foreach (var item in list) Write(item, text);
                text.Append(']');
                break;
            default:
                text.Append(Simple(node)).Append(',');
                break;
        }
    }

    private static string Simple(JsonNode? node)
    {
        switch (node?.GetValueKind())
        {
            case JsonValueKind.String:
                var sent = node.GetValue<string>();
                return string.Create(CultureInfo.InvariantCulture, $"\"{sent.Length}:{sent}");
            case JsonValueKind.Number:
                var digits = node.ToJsonString();
                return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number.ToString("0.############################", CultureInfo.InvariantCulture)
                    : digits;
            default:
                return node?.ToJsonString() ?? "null";
        }
    }
}
