using System.Text;
using System.Text.Json;

namespace MockCustomers.Matching;

/// <summary>A value or a body that matchers look at; what they make of it is made once.</summary>
internal sealed class Content
{
    private readonly Lazy<string> text;
    private readonly Lazy<byte[]> bytes;
    private readonly Lazy<JsonElement?> json;

    private Content(Lazy<string> text, Lazy<byte[]> bytes)
    {
        this.text = text;
        this.bytes = bytes;
        json = new Lazy<JsonElement?>(() => Parse(this.bytes.Value));
    }

    /// <summary>As UTF-8, the bytes that are none replaced.</summary>
    public string Text => text.Value;

    public byte[] Bytes => bytes.Value;

    /// <summary>null when it is not JSON.</summary>
    public JsonElement? Json => json.Value;

    public static Content Of(string value) => new(new Lazy<string>(value), new Lazy<byte[]>(() => Encoding.UTF8.GetBytes(value)));

    /// <returns>null for an empty body: it counts as absent.</returns>
    public static Content? Of(ReadOnlyMemory<byte> body) =>
        body.IsEmpty ? null : new Content(new Lazy<string>(() => Encoding.UTF8.GetString(body.Span)), new Lazy<byte[]>(body.ToArray));

    public static Content Of(JsonElement value) => Of(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());

    private static JsonElement? Parse(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
