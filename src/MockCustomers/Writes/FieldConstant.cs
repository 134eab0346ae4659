using System.Text.Json.Nodes;

namespace MockCustomers.Writes;

/// <summary>A field and the value that it gets.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Value">null for JSON's null.</param>
internal sealed record FieldConstant(string Path, JsonNode? Value);
