using System.Text.Json.Nodes;

namespace MockCustomers.OpenApi.Documents;

/// <summary>An anchored node.</summary>
/// <param name="Size">How many nodes it is made of, itself included.</param>
/// <param name="Height">How deep it nests; 1 for a scalar.</param>
internal readonly record struct YamlAnchor(JsonNode? Node, int Size, int Height)
{
    public static YamlAnchor Of(JsonNode? node)
    {
        var (size, height) = Measure(node);
        return new YamlAnchor(node, size, height);
    }

    private static (int Size, int Height) Measure(JsonNode? node)
    {
        var children = node switch
        {
            JsonObject map => map.Select(member => Measure(member.Value)),
            JsonArray list => list.Select(Measure),
            _ => [],
        };
        return children.Aggregate((Size: 1, Height: 1), (all, child) => (all.Size + child.Size, Math.Max(all.Height, child.Height + 1)));
    }
}
