using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Writes;

/// <summary>A field and the value that it gets.</summary>
/// <param name="Path">Dotted path.</param>
/// <param name="Value">null for JSON's null.</param>
internal sealed record FieldConstant(string Path, JsonNode? Value)
{
    private readonly byte[] json = PlainJson.Bytes(Value);

    /// <summary>The value as JSON.</summary>
    public ReadOnlySpan<byte> Json => json;
}
