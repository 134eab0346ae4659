using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.Validation;

/// <summary>What a schema marks as read-only: a vendor's to say, not a client's.</summary>
internal static class ReadOnly
{
    /// <summary>Takes the read-only properties out of what a client sent; they do not count.</summary>
    public static void RemoveFrom(JsonNode? sent, Schema schema)
    {
        if (sent is JsonArray list && schema.Items is { } items)
            foreach (var item in list) RemoveFrom(item, items);
        if (sent is not JsonObject map) return;
        foreach (var (name, property) in schema.Properties)
        {
            if (property.ReadOnly) map.Remove(name);
            else if (map.TryGetPropertyValue(name, out var value)) RemoveFrom(value, property);
        }
    }

    /// <summary>Whether anything within a schema is read-only.</summary>
    public static bool IsWithin(Schema schema) => schema.Properties.Any(property => property.Schema.ReadOnly || IsWithin(property.Schema));

    /// <summary>Puts the read-only properties of an object into what takes its place.</summary>
    public static void Carry(JsonObject from, JsonObject to, Schema schema)
    {
        foreach (var (name, property) in schema.Properties)
        {
            if (!from.TryGetPropertyValue(name, out var value)) continue;
            if (property.ReadOnly) to[name] = value?.DeepClone();
            else if (value is JsonObject held && to[name] is JsonObject sent) Carry(held, sent, property);
        }
    }
}
