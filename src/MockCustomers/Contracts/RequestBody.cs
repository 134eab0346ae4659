using System.Text.Json.Nodes;

namespace MockCustomers.Contracts;

/// <summary>The JSON body that an operation takes.</summary>
/// <param name="MediaType">The first JSON media type that the spec names.</param>
internal sealed record RequestBody(bool Required, string MediaType, Schema Schema, string Pointer)
{
    /// <summary>The media type's example or examples, in the order of the spec.</summary>
    public IReadOnlyList<JsonNode> Examples { get; init; } = [];
}
