using System.Text;
using System.Text.Json;

namespace MockCustomers.Cli.Export;

/// <summary>A customer as columns: address.city for a field in a field.</summary>
internal static class FlatCustomer
{
    /// <summary>Tells each field's column and value, in the order on the wire.</summary>
    /// <param name="json">The customer as served: an object.</param>
    /// <param name="field">Takes a column and its value: a string's text, a list as JSON; null for null.</param>
    public static void Read(ReadOnlySpan<byte> json, Action<string, string?> field)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Members(ref reader, json, "", field);
    }

    private static void Members(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string prefix, Action<string, string?> field)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var column = prefix + reader.GetString();
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when json[start + 1] != '}':
                    Members(ref reader, json, column + ".", field);
                    break;
                case JsonTokenType.String:
                    field(column, reader.GetString());
                    break;
                case JsonTokenType.Null:
                    field(column, null);
                    break;
                default:
                    reader.Skip();
                    field(column, Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]));
                    break;
            }
        }
    }
}
