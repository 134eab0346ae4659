using System.Text.Json.Nodes;
using MockCustomers.Contracts;

namespace MockCustomers.Cli.Init;

/// <summary>Templates of bodies, by the names and types of what the spec describes.</summary>
internal static class SketchedBody
{
    private const int Deepest = 6;

    private static readonly Dictionary<string, string> Placeholders = new()
    {
        ["total"] = "{total}",
        ["totalcount"] = "{total}",
        ["totalitems"] = "{total}",
        ["totalresults"] = "{total}",
        ["count"] = "{total}",
        ["hasmore"] = "{hasMore}",
        ["hasnext"] = "{hasMore}",
        ["more"] = "{hasMore}",
        ["page"] = "{page}",
        ["currentpage"] = "{page}",
        ["pagenumber"] = "{page}",
        ["lastpage"] = "{lastPage}",
        ["totalpages"] = "{lastPage}",
        ["pagecount"] = "{lastPage}",
        ["limit"] = "{size}",
        ["perpage"] = "{size}",
        ["pagesize"] = "{size}",
        ["size"] = "{size}",
        ["offset"] = "{offset}",
        ["skip"] = "{offset}",
        ["nextoffset"] = "{nextOffset}",
    };

    /// <summary>The body of a list; null where it is the customers alone, or where nothing in it can hold them.</summary>
    public static JsonObject? List(Schema schema) => schema.Items is null && Filled(schema, "{customers}") is { } body ? body : null;

    /// <summary>The body that holds one customer at a property.</summary>
    public static JsonObject One(Schema schema, string at)
    {
        var body = new JsonObject();
        foreach (var (name, property) in schema.Properties)
            if (name == at) body[name] = "{customer}";
            else if (schema.Required.Contains(name)) body[name] = Sample(property);
        return body;
    }

    /// <summary>A value that the schema allows, as far as it can be told.</summary>
    public static JsonNode? Sample(Schema schema, int depth = 0)
    {
        if (schema.Example is { } example) return example.DeepClone();
        if (schema.Enum is [var first, ..]) return first?.DeepClone();
        if (schema.Default is { } given) return given.DeepClone();
        if (schema.Nullable || depth > Deepest) return null;
        if (schema.Properties.Count > 0) return new JsonObject(schema.Properties.Where(property => schema.Required.Contains(property.Name)).Select(property => KeyValuePair.Create(property.Name, Sample(property.Schema, depth + 1))));
        return schema.Types switch
        {
            SchemaType.Boolean => true,
            SchemaType.Integer or SchemaType.Number => (long)Math.Ceiling(schema.Minimum ?? 0),
            SchemaType.Array => new JsonArray(),
            SchemaType.String => Text(schema),
            _ => new JsonObject(),
        };
    }

    private static string Text(Schema schema) => schema.Format switch
    {
        "date-time" => "2026-01-01T00:00:00Z",
        "date" => "2026-01-01",
        "uuid" => "00000000-0000-4000-8000-000000000000",
        "email" => "somebody@example.com",
        "uri" => "https://api.example",
        _ => "text".PadRight(schema.MinLength ?? 0, 'x'),
    };

    /// <summary>The first list of objects holds the customers; null when there is none.</summary>
    private static JsonObject? Filled(Schema schema, string customers)
    {
        var list = schema.Properties.FirstOrDefault(property => property.Schema.Items is { Properties.Count: > 0 });
        var body = new JsonObject();
        var isFound = list is not null;
        foreach (var (name, property) in schema.Properties)
        {
            if (name == list?.Name) body[name] = customers;
            else if (property.Properties.Count > 0 && !isFound && Filled(property, customers) is { } inner) (body[name], isFound) = (inner, true);
            else if (Beside(name, property, schema.Required.Contains(name)) is { } value) body[name] = value;
        }

        return isFound ? body : null;
    }

    private static JsonNode? Beside(string name, Schema schema, bool isRequired)
    {
        if (schema.Properties.Count > 0)
        {
            var inner = new JsonObject();
            foreach (var (key, property) in schema.Properties)
                if (Beside(key, property, schema.Required.Contains(key)) is { } value) inner[key] = value;
            return inner.Count > 0 ? inner : null;
        }

        var plain = name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        if (Placeholders.TryGetValue(plain, out var placeholder) && schema.Types is not (SchemaType.String or SchemaType.Array)) return placeholder;
        return isRequired ? Sample(schema) : null;
    }
}
