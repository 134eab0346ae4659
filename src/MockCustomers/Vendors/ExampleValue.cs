using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Validation;

namespace MockCustomers.Vendors;

/// <summary>Makes a value that a schema allows, where the spec has no example of it.</summary>
internal static class ExampleValue
{
    private const string Text = "Example";

    /// <summary>A value; null when none could be made.</summary>
    public static JsonNode? Of(Schema schema)
    {
        var value = FromSpec(schema) ?? FromType(schema);
        if (value is null) return null;
        var violations = new List<Violation>();
        SchemaValidator.Check(value, schema, "", "", violations);
        return violations.Count == 0 ? value : null;
    }

    /// <summary>What the spec itself says: its example, its default, the first value that it allows.</summary>
    private static JsonNode? FromSpec(Schema schema) => (schema.Example ?? schema.Default ?? schema.Enum.FirstOrDefault(value => value is not null))?.DeepClone();

    private static JsonNode? FromType(Schema schema)
    {
        if (schema.RecursesTo is not null) return null;
        if (schema.OneOf.Count > 0) return schema.OneOf.Select(Of).FirstOrDefault(value => value is not null);
        if (schema.Properties.Count > 0 || Is(schema, SchemaType.Object)) return Object(schema);
        if (Is(schema, SchemaType.Array)) return Array(schema);
        if (Is(schema, SchemaType.Integer) || Is(schema, SchemaType.Number)) return Number(schema);
        return Is(schema, SchemaType.Boolean) ? JsonValue.Create(true) : JsonValue.Create(TextOf(schema));
    }

    private static bool Is(Schema schema, SchemaType type) => (schema.Types & type) != 0;

    private static JsonObject Object(Schema schema)
    {
        var map = new JsonObject();
        foreach (var (name, property) in schema.Properties)
            if (Of(property) is { } value) map[name] = value;
        return map;
    }

    private static JsonArray Array(Schema schema)
    {
        var list = new JsonArray();
        for (var i = 0; i < Math.Max(1, schema.MinItems ?? 1) && schema.Items is { } items && Of(items) is { } value; i++) list.Add(value);
        return list;
    }

    private static JsonValue Number(Schema schema)
    {
        var step = schema.ExclusiveMinimum ? 1 : 0;
        var number = schema.Minimum is { } minimum ? decimal.Ceiling(minimum) + step : Math.Min(1, schema.Maximum is { } maximum ? decimal.Floor(maximum) - 1 : 1);
        return JsonValue.Create((long)number);
    }

    private static string TextOf(Schema schema) => schema.Format switch
    {
        "email" => "example@example.com",
        "uuid" => "00000000-0000-4000-8000-000000000000",
        "date" => "2000-01-31",
        "date-time" => "2000-01-31T12:00:00Z",
        "uri" => "https://example.com/",
        _ => Fitting(schema.MinLength ?? 0, schema.MaxLength ?? int.MaxValue),
    };

    private static string Fitting(int least, int most)
    {
        var text = Text;
        while (text.Length < Math.Min(least, 1000)) text += Text.ToLower(CultureInfo.InvariantCulture);
        return text.Length <= most ? text : text[..most];
    }
}
