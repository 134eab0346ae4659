using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;

namespace MockCustomers.Validation;

/// <summary>Reads the JSON body of a request and checks it against its contract.</summary>
internal static class BodyReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The body, or why it is none.</summary>
    /// <param name="anyMediaType">Whether it is read as JSON whatever its Content-Type says.</param>
    public static (JsonObject? Body, Fault? Fault) Read(Request request, RequestBody contract, bool anyMediaType)
    {
        if (request.IsBodyTooLarge) return (null, new Fault(FaultKind.BodyTooLarge));
        if (request.Body.IsEmpty)
            return contract.Required ? (null, new Fault(FaultKind.MissingBody)) : (null, null);
        if (!anyMediaType && !IsJson(request.Headers["Content-Type"])) return (null, new Fault(FaultKind.UnsupportedMediaType));
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(request.Body.Span, documentOptions: Strict);
            ReadTexts(request.Body.Span);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return (null, new Fault(FaultKind.MalformedBody) { Detail = broken.Message });
        }

        var violations = new List<Violation>();
        SchemaValidator.Check(node, contract.Schema, "/body", "body", violations);
        if (violations.Count > 0) return (null, new Fault(FaultKind.InvalidBody) { Violations = violations });
        return node is JsonObject body ? (body, null) : (null, new Fault(FaultKind.MalformedBody) { Detail = "the body is no object" });
    }

    /// <summary>Texts that are no Unicode, such as half a surrogate pair, are found here and not when somebody first reads them.</summary>
    private static void ReadTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
    }

    private static bool IsJson(string? contentType)
    {
        if (contentType is null) return false;
        var type = contentType.AsSpan(0, contentType.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : contentType.Length).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
