using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.Drift;

/// <summary>Where the fields of a body are: "body/items/*/email".</summary>
internal static class FieldPlaces
{
    /// <summary>Schemas that nest deeper describe recursions.</summary>
    private const int Deepest = 12;

    /// <summary>The fields that a schema names.</summary>
    public static void Describe(Schema schema, string place, ICollection<string> places, int depth = 0)
    {
        if (depth > Deepest) return;
        if (schema.Items is { } items) Describe(items, place + "/*", places, depth + 1);
        foreach (var (name, property) in schema.Properties)
        {
            if (property.WriteOnly) continue;
            places.Add($"{place}/{name}");
            Describe(property, $"{place}/{name}", places, depth + 1);
        }
    }

    /// <summary>The fields that a body has.</summary>
    public static void Collect(JsonNode? node, string place, ISet<string> places)
    {
        foreach (var item in node as JsonArray ?? []) Collect(item, place + "/*", places);
        foreach (var (name, value) in node as JsonObject ?? [])
        {
            places.Add($"{place}/{name}");
            Collect(value, $"{place}/{name}", places);
        }
    }

    /// <summary>The fields that a body has and its schema does not name, where it names any.</summary>
    public static void Unknown(JsonNode? node, Schema schema, string place, ICollection<Difference> found)
    {
        if (node is JsonArray list && schema.Items is { } items)
            foreach (var item in list) Unknown(item, items, place + "/*", found);
        if (node is not JsonObject map || schema.More is not null || !NamesAny(schema)) return;
        foreach (var (name, value) in map)
        {
            if (Find(schema, name) is { } property) Unknown(value, property, $"{place}/{name}", found);
            else found.Add(new Difference($"{place}/{name}", "not in the spec", value?.GetValueKind().ToString().ToLowerInvariant() ?? "null"));
        }
    }

    private static IEnumerable<Schema> Branches(Schema schema) => schema.OneOf.Concat(schema.AnyOf);

    private static bool NamesAny(Schema schema) => schema.Properties.Count > 0 || Branches(schema).Any(NamesAny);

    private static Schema? Find(Schema schema, string name) =>
        schema.Property(name) ?? Branches(schema).Select(branch => Find(branch, name)).FirstOrDefault(found => found is not null);
}
