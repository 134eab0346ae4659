using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Customers;

/// <summary>A field that has the same value in all customers of a kind, or of a state.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Value">The value; null for JSON's null.</param>
/// <param name="Json">The value as it is served.</param>
internal sealed record FixedField(string Path, JsonNode? Value, byte[] Json)
{
    /// <summary>A text, a number or a truth value as text; null for anything else.</summary>
    public string? Text { get; } = Value is not JsonValue simple ? null
        : simple.GetValueKind() == JsonValueKind.String ? simple.GetValue<string>() : simple.ToJsonString();
}
