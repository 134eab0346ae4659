using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;

namespace MockCustomers.Writes;

/// <summary>Writes JSON with its properties in the order of the spec; those that it does not name follow in their own.</summary>
internal static class SchemaOrder
{
    /// <param name="prune">Whether the properties of objects that the spec does not know are left out where it names some; not within lists.</param>
    public static void Write(JsonNode? node, Schema? schema, JsonBuffer json, bool prune = false)
    {
        if (node is JsonArray list) List(list, schema, json);
        else if (node is JsonObject map) Object(map, schema, json, prune && schema is { Properties.Count: > 0 });
        else PlainJson.Write(node, json);
    }

    private static void List(JsonArray list, Schema? schema, JsonBuffer json)
    {
        json.Raw((byte)'[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0) json.Raw((byte)',');
            Write(list[i], schema?.Items, json);
        }

        json.Raw((byte)']');
    }

    private static void Object(JsonObject map, Schema? schema, JsonBuffer json, bool prune)
    {
        json.Raw((byte)'{');
        var start = json.Length;
        foreach (var (name, property) in schema?.Properties ?? [])
            if (map.TryGetPropertyValue(name, out var value)) Property(name, value, property, json, start, prune);
        if (!prune)
            foreach (var (name, value) in map)
                if (schema?.Property(name) is null) Property(name, value, schema?.More, json, start, prune: false);
        json.Raw((byte)'}');
    }

    private static void Property(string name, JsonNode? value, Schema? schema, JsonBuffer json, int start, bool prune)
    {
        if (json.Length > start) json.Raw((byte)',');
        json.String(name);
        json.Raw((byte)':');
        Write(value, schema, json, prune);
    }
}
