using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Exchange;

/// <summary>How JSON nodes are written everywhere: compact, and escaped only where JSON asks for it.</summary>
/// <remarks>Nodes write themselves: a serializer would first prepare, by reflection, to write objects of any type.</remarks>
internal static class PlainJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Deeper than any body that is read, and than any envelope around one.</summary>
    private const int MaxDepth = 1000;

    /// <summary>The name of a property, as it is written everywhere.</summary>
    public static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name, Writing.Encoder);

    /// <summary>How JSON of our own is read, which may hold what a client sent.</summary>
    public static JsonReaderOptions Reading => new() { MaxDepth = MaxDepth };

    /// <summary>JSON of our own as nodes.</summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> json) => JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth });

    /// <summary>What may be JSON as nodes.</summary>
    /// <param name="node">null for JSON's null, and for what is not JSON.</param>
    /// <returns>Whether it is JSON.</returns>
    public static bool TryParse(ReadOnlySpan<byte> json, out JsonNode? node)
    {
        try
        {
            node = Parse(json);
            return true;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }

    /// <summary>The node as text; null for the node is JSON's null.</summary>
    public static string Text(JsonNode? node)
    {
        using var buffer = new JsonBuffer();
        Write(node, buffer);
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    /// <summary>The node as UTF-8; null for the node is JSON's null.</summary>
    public static byte[] Bytes(JsonNode? node)
    {
        using var buffer = new JsonBuffer();
        Write(node, buffer);
        return buffer.Written.ToArray();
    }

    /// <summary>Appends the node as UTF-8; null for the node is JSON's null.</summary>
    public static void Write(JsonNode? node, IBufferWriter<byte> to)
    {
        // A writer is larger than most of what is written: what is written as it stands needs none.
        switch (node)
        {
            case null:
                to.Write("null"u8);
                return;
            case JsonValue value when value.TryGetValue(out string? text) && IsPlain(text):
                Quoted(text, to);
                return;
            case JsonValue value when value.TryGetValue(out JsonElement read) && JsonMarshal.GetRawUtf8Value(read) is var raw && IsPlain(raw):
                to.Write(raw);
                return;
        }

        using var json = new Utf8JsonWriter(to, Writing);
        node.WriteTo(json);
    }

    private static void Quoted(string text, IBufferWriter<byte> to)
    {
        var span = to.GetSpan(text.Length + 2);
        span[0] = span[text.Length + 1] = (byte)'"';
        Encoding.ASCII.GetBytes(text, span[1..]);
        to.Advance(text.Length + 2);
    }

    /// <summary>Whether a text stands within quotes as it would be written.</summary>
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAny('\\', '"') && !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>Whether a value stands as it would be written: nothing in it is escaped, or would have to be.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> raw) => !raw.Contains((byte)'\\') && !raw.ContainsAnyExceptInRange((byte)' ', (byte)'~');
}
