using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace MockCustomers.Validation;

/// <summary>Reads a body as the JSON readers of most platforms do, which take more than RFC 8259 promises.</summary>
/// <remarks>
/// Of a property that stands twice the last value counts. Half a surrogate pair, and bytes that are not UTF-8, are read as U+FFFD, so that
/// what is served of them is valid UTF-8.
/// </remarks>
internal static class JsonText
{
    /// <summary>How deep lists and objects may nest. A bound of our own: it keeps whatever walks a body within its stack.</summary>
    public const int MaxDepth = 512;

    private const char Replacement = '\uFFFD';
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = MaxDepth };

    /// <summary>The JSON as nodes, all of them made.</summary>
    /// <param name="stripsMark">Whether a byte order mark before it is passed over; else it is not JSON.</param>
    /// <exception cref="JsonException">It is not JSON, or nests too deep.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json, bool stripsMark)
    {
        if (stripsMark && json.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(json)) json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        var reader = new Utf8JsonReader(json, Reading);
        reader.Read();
        var node = Value(ref reader);
        reader.Read();
        return node;
    }

    private static JsonNode? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader),
        JsonTokenType.StartArray => Array(ref reader),
        JsonTokenType.String => JsonValue.Create(Text(ref reader)),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        JsonTokenType.Null => null,
        _ => Number(ref reader),
    };

    private static JsonObject Object(ref Utf8JsonReader reader)
    {
        var map = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            reader.Read();
            map[name] = Value(ref reader);
        }

        return map;
    }

    private static JsonArray Array(ref Utf8JsonReader reader)
    {
        var list = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Add(Value(ref reader));
        return list;
    }

    /// <summary>A number as it is written: 1.0 stays 1.0.</summary>
    private static JsonValue Number(ref Utf8JsonReader reader) => JsonValue.Create(JsonElement.ParseValue(ref reader))!;

    private static string Text(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescaped(Encoding.UTF8.GetString(reader.ValueSpan)) : Encoding.UTF8.GetString(reader.ValueSpan);

    private static string Unescaped(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            text.Append(escaped[i] == 'u' ? (char)ushort.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Meant(escaped[i]));
            if (escaped[i] == 'u') i += 4;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) text[i] = Replacement;
        }

        return text.ToString();
    }

    /// <summary>What a letter after a backslash stands for.</summary>
    private static char Meant(char letter) => letter switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => letter,
    };
}
