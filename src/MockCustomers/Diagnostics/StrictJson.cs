using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Diagnostics;

/// <summary>JSON that can be read to its end: what a JsonNode would throw at later, is thrown at once.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions Written = Options with { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Parses UTF-8.</summary>
    /// <param name="isWritten">Whether it may be written by hand: with comments, and commas behind the last item.</param>
    /// <exception cref="JsonException">It is no JSON, has a key twice, or half a character (\ud800), which JSON can write and no text can hold.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json, bool isWritten = false)
    {
        try
        {
            var node = JsonNode.Parse(json, documentOptions: isWritten ? Written : Options);
            Visit(node);
            return node;
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException(half.Message, half);
        }
    }

    private static void Visit(JsonNode? json)
    {
        if (json is JsonObject map) foreach (var (_, value) in map) Visit(value);
        else if (json is JsonArray list) foreach (var item in list) Visit(item);
        else if (json?.GetValueKind() == JsonValueKind.String) _ = json.GetValue<string>();
    }
}
