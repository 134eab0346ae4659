using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.Writes;

/// <summary>Puts the properties of JSON into the order of the spec; those that it does not name follow in their own.</summary>
internal static class SchemaOrder
{
    public static JsonNode? Arrange(JsonNode? node, Schema? schema)
    {
        if (node is JsonArray list) return new JsonArray([.. list.Select(item => Arrange(item, schema?.Items))]);
        if (node is not JsonObject map) return node?.DeepClone();
        var arranged = new JsonObject();
        foreach (var (name, property) in schema?.Properties ?? [])
            if (map.TryGetPropertyValue(name, out var value)) arranged[name] = Arrange(value, property);
        foreach (var (name, value) in map)
            if (!arranged.ContainsKey(name)) arranged[name] = Arrange(value, schema?.More);
        return arranged;
    }
}
