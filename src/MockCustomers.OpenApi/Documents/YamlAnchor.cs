using System.Text.Json.Nodes;

namespace MockCustomers.OpenApi.Documents;

/// <summary>An anchored node.</summary>
/// <param name="Size">How many nodes it is made of, itself included.</param>
/// <param name="Height">How deep it nests; 1 for a scalar.</param>
internal sealed record YamlAnchor(JsonNode? Node, int Size, int Height)
{
    public static YamlAnchor Of(JsonNode? node)
    {
        var (size, height) = Measure(node);
        return new YamlAnchor(node, size, height);
    }

    private static (int Size, int Height) Measure(JsonNode? node)
    {
        var (size, height) = (1, 1);
        foreach (var child in Children(node))
        {
            var (more, below) = Measure(child);
            (size, height) = (size + more, Math.Max(height, below + 1));
        }

        return (size, height);
    }

    private static IEnumerable<JsonNode?> Children(JsonNode? node)
    {
        if (node is JsonObject map)
            foreach (var (_, value) in map) yield return value;
        if (node is JsonArray list)
            foreach (var item in list) yield return item;
    }
}
