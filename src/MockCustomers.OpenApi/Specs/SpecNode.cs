using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.OpenApi.Specs;

/// <summary>A node of the spec and where it stands.</summary>
/// <remarks>A spec has thousands of them, and few are reported: where one stands is told when it is asked.</remarks>
internal sealed class SpecNode
{
    /// <summary>Where nothing is.</summary>
    public static readonly SpecNode Nowhere = new("", null);

    private readonly SpecNode? parent;
    private readonly int index;

    /// <param name="node">null when there is nothing there (or JSON's null).</param>
    public SpecNode(string pointer, JsonNode? node) => (Pointer, Node) = (pointer, node);

    private SpecNode(SpecNode parent, string key, int index, JsonNode? node) => (this.parent, Key, this.index, Node) = (parent, key, index, node);

    /// <summary>Where it stands: a JSON Pointer.</summary>
    public string Pointer => field ??= index < 0 ? JsonPointer.Append(parent!.Pointer, Key) : $"{parent!.Pointer}/{index.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>null when there is nothing there (or JSON's null).</summary>
    public JsonNode? Node { get; }

    /// <summary>Its key in the map that holds it; empty for the root and for items of lists.</summary>
    public string Key { get; } = "";

    public bool IsMissing => Node is null;

    /// <summary>The text of its $ref; null when it has none.</summary>
    public string? Ref => Node is JsonObject map && map["$ref"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public SpecNode this[string key] => new(this, key, -1, (Node as JsonObject)?[key]);

    public SpecNode this[int index] => new(this, "", index, Node is JsonArray list && index < list.Count ? list[index] : null);

    public bool Has(string key) => Node is JsonObject map && map.ContainsKey(key);

    /// <summary>The same place, with nothing there.</summary>
    public SpecNode Emptied() => new(Pointer, null);

    /// <summary>The members of a map or the items of a list; none for anything else.</summary>
    public IEnumerable<SpecNode> Children()
    {
        if (Node is JsonObject map)
            foreach (var (key, value) in map) yield return new SpecNode(this, key, -1, value);
        if (Node is JsonArray list)
            for (var i = 0; i < list.Count; i++) yield return this[i];
    }
}
