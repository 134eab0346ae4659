using System.Text.Json.Nodes;

namespace MockCustomers.Contracts;

/// <summary>What the engine needs of an OpenAPI schema. allOf is merged in by the reader.</summary>
public sealed record Schema
{
    /// <summary>JSON Pointer of the schema in the spec.</summary>
    public required string Pointer { get; init; }

    /// <summary>Its name in components; null for an inline schema.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Set where a recursion was cut: the component's name. Every other member is then empty, but Types holds Null where this use
    /// of it is nullable.
    /// </summary>
    public string? RecursesTo { get; init; }

    /// <summary>The types it allows; null is in it when the schema is nullable.</summary>
    public SchemaType Types { get; init; }

    public bool Nullable => (Types & SchemaType.Null) != 0;

    public string? Format { get; init; }

    public string? Description { get; init; }

    /// <summary>The values it allows, in the order of the spec; empty when it has no enum.</summary>
    public IReadOnlyList<JsonNode?> Enum { get; init; } = [];

    public JsonNode? Default { get; init; }

    public JsonNode? Example { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    /// <summary>Whether Minimum itself is refused.</summary>
    public bool ExclusiveMinimum { get; init; }

    /// <summary>Whether Maximum itself is refused.</summary>
    public bool ExclusiveMaximum { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>In the order of the spec, which is the order on the wire.</summary>
    public IReadOnlyList<SchemaProperty> Properties { get; init; } = [];

    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>();

    /// <summary>Whether properties that it does not name are allowed.</summary>
    public bool AllowsMore { get; init; } = true;

    /// <summary>The schema of properties that it does not name; null for any.</summary>
    public Schema? More { get; init; }

    /// <summary>The schema of an array's items; null when it is no array.</summary>
    public Schema? Items { get; init; }

    /// <summary>The branches of oneOf or anyOf; empty when it has neither.</summary>
    public IReadOnlyList<Schema> OneOf { get; init; } = [];

    public SourceTag? Source { get; init; }

    /// <summary>The property of that name; null when there is none.</summary>
    public Schema? Property(string name)
    {
        foreach (var (key, schema) in Properties)
            if (key == name) return schema;
        return null;
    }
}
