using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;

namespace MockCustomers.Validation;

/// <summary>Reads the JSON body of a request and checks it against its contract.</summary>
internal static class BodyReader
{
    /// <summary>The body, or why it is none.</summary>
    public static (JsonObject? Body, Fault? Fault) Read(Request request, RequestBody contract, BodyReading reading)
    {
        if (request.IsBodyTooLarge) return (null, Fault.Of(FaultKind.BodyTooLarge));
        if (request.Body.IsEmpty)
            return contract.Required ? (null, Fault.Of(FaultKind.MissingBody)) : (null, null);
        if (request.Headers["Content-Encoding"] is { } coding && !IsIdentity(coding))
            return (null, new Fault(FaultKind.UnsupportedEncoding) { Detail = $"the body is encoded as '{coding}', which the sandbox does not read" });
        if (!reading.AnyMediaType && !IsJson(request.Headers["Content-Type"])) return (null, Fault.Of(FaultKind.UnsupportedMediaType));
        JsonNode? node;
        try
        {
            node = JsonText.Parse(request.Body.Span, reading.StripsByteOrderMark);
        }
        catch (JsonException broken)
        {
            return (null, new Fault(FaultKind.MalformedBody) { Detail = Told(broken) });
        }

        var violations = new List<Violation>();
        reading.Validator.Judge(node, contract.Schema, "/body", "body", violations);
        if (violations.Count > 0) return (null, new Fault(FaultKind.InvalidBody) { Violations = violations });
        ReadOnly.RemoveFrom(node, contract.Schema);
        return node is JsonObject body ? (body, null) : (null, new Fault(FaultKind.MalformedBody) { Detail = "the body is no object" });
    }

    /// <summary>Where it is broken, as people count, and how.</summary>
    private static string Told(JsonException broken) =>
        broken is { LineNumber: { } line, BytePositionInLine: { } column } ? $"line {line + 1}, column {column + 1}: {broken.Message.Split(" LineNumber:")[0].TrimEnd('.')}" : broken.Message;

    /// <summary>Whether a Content-Encoding leaves the body as it is.</summary>
    private static bool IsIdentity(string coding) =>
        coding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(one => one.Equals("identity", StringComparison.OrdinalIgnoreCase));

    private static bool IsJson(string? contentType)
    {
        if (contentType is null) return false;
        var type = contentType.AsSpan(0, contentType.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : contentType.Length).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
