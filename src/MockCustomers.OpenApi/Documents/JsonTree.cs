using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.OpenApi.Documents;

/// <summary>Reads JSON; unlike the runtime's own reader it names every key that stands twice, and leaves nothing lazy behind.</summary>
internal sealed class JsonTree(string file, DiagnosticBag diagnostics)
{
    private readonly DocumentPath path = new();

    public static JsonNode? Read(string file, ReadOnlySpan<byte> utf8, DiagnosticBag diagnostics)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DocumentReader.MaxDepth });
        try
        {
            reader.Read();
            var root = new JsonTree(file, diagnostics).Value(ref reader);
            reader.Read();
            if (root is null) diagnostics.Add(file, "", "it holds nothing but null", "write a JSON document");
            return root;
        }
        catch (JsonException e)
        {
            Refuse(e.LineNumber ?? 0, e.BytePositionInLine ?? 0, e.Message.Split(" LineNumber:")[0].TrimEnd('.'));
        }
        catch (InvalidOperationException)
        {
            var before = utf8[..(int)reader.TokenStartIndex];
            Refuse(before.Count((byte)'\n'), before.Length - before.LastIndexOf((byte)'\n') - 1, "half of a surrogate pair is not a character");
        }
        return null;

        void Refuse(long line, long column, string problem) =>
            diagnostics.Add(file, "", $"line {line + 1}, column {column + 1}: {problem}", "write it as JSON (RFC 8259)");
    }

    private JsonNode? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Map(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        JsonTokenType.String => JsonValue.Create(reader.GetString()),
        JsonTokenType.Number => JsonValue.Create(JsonElement.ParseValue(ref reader)),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        _ => null,
    };

    private JsonObject Map(ref Utf8JsonReader reader)
    {
        var map = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            path.Enter(key);
            if (!map.TryAdd(key, Value(ref reader))) diagnostics.Add(file, path.Pointer, $"the key '{key}' stands twice", "leave one of the two");
            path.Leave();
        }
        return map;
    }

    private JsonArray List(ref Utf8JsonReader reader)
    {
        var list = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            path.Enter(list.Count);
            list.Add(Value(ref reader));
            path.Leave();
        }

        return list;
    }
}
