using System.Text.Json.Nodes;
using MockCustomers.OpenApi.Documents;

namespace MockCustomers.OpenApi.Specs;

/// <summary>A node of the spec and where it stands.</summary>
/// <param name="Node">null when there is nothing there (or JSON's null).</param>
/// <param name="Key">Its key in the map that holds it; empty for the root and for items of lists.</param>
internal sealed record SpecNode(string Pointer, JsonNode? Node, string Key = "")
{
    /// <summary>Where nothing is.</summary>
    public static readonly SpecNode Nowhere = new("", null);

    public bool IsMissing => Node is null;

    /// <summary>The text of its $ref; null when it has none.</summary>
    public string? Ref => Node is JsonObject map && map["$ref"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public SpecNode this[string key] => new(JsonPointer.Append(Pointer, key), (Node as JsonObject)?[key], key);

    public SpecNode this[int index] => new($"{Pointer}/{index}", Node is JsonArray list && index < list.Count ? list[index] : null);

    public bool Has(string key) => Node is JsonObject map && map.ContainsKey(key);

    /// <summary>The members of a map or the items of a list; none for anything else.</summary>
    public IEnumerable<SpecNode> Children()
    {
        if (Node is JsonObject map)
            foreach (var (key, value) in map) yield return new SpecNode(JsonPointer.Append(Pointer, key), value, key);
        if (Node is JsonArray list)
            for (var i = 0; i < list.Count; i++) yield return this[i];
    }
}
