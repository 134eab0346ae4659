using System.Text.Json.Nodes;

namespace MockCustomers.Contracts;

/// <summary>A response that the spec describes.</summary>
/// <param name="Status">0 stands for "default".</param>
/// <param name="MediaType">null when the response has no content.</param>
/// <param name="Schema">null when the response has no content or no schema.</param>
/// <param name="Headers">Names of the headers it describes.</param>
/// <param name="Example">The media type's example, or the first of its examples; null when there is none.</param>
internal sealed record Response(
    int Status,
    string? MediaType,
    Schema? Schema,
    IReadOnlyList<string> Headers,
    JsonNode? Example,
    SourceTag? Source);
