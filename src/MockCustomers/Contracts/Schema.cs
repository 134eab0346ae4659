using System.Text.Json.Nodes;

namespace MockCustomers.Contracts;

/// <summary>What the engine needs of an OpenAPI schema. allOf is merged in by the reader.</summary>
internal sealed record Schema
{
    private readonly SchemaProperty[] properties = [];

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

    /// <summary>What a number is a whole multiple of; above 0.</summary>
    public decimal? MultipleOf { get; init; }

    /// <summary>In characters: Unicode code points.</summary>
    public int? MinLength { get; init; }

    /// <summary>In characters: Unicode code points.</summary>
    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>Whether no two items of a list may be equal.</summary>
    public bool UniqueItems { get; init; }

    public int? MinProperties { get; init; }

    public int? MaxProperties { get; init; }

    /// <summary>Whether it stands in responses only: a request need not have it, and what a request has there does not count (OpenAPI 3.0.3, Schema Object).</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether it stands in requests only: no response has it.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>In the order of the spec, which is the order on the wire.</summary>
    public IReadOnlyList<SchemaProperty> Properties
    {
        get => properties;
        init => properties = [.. value];
    }

    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>();

    /// <summary>Whether properties that it does not name are allowed.</summary>
    public bool AllowsMore { get; init; } = true;

    /// <summary>The schema of properties that it does not name; null for any.</summary>
    public Schema? More { get; init; }

    /// <summary>The schema of an array's items; null when it is not an array.</summary>
    public Schema? Items { get; init; }

    /// <summary>The branches of oneOf, exactly one of which has to hold; empty when it has none.</summary>
    public IReadOnlyList<Schema> OneOf { get; init; } = [];

    /// <summary>The branches of anyOf, one of which has to hold at least; empty when it has none.</summary>
    public IReadOnlyList<Schema> AnyOf { get; init; } = [];

    /// <summary>None of which may hold.</summary>
    public IReadOnlyList<Schema> Not { get; init; } = [];

    /// <summary>Whether it has any of oneOf, anyOf and not.</summary>
    public bool HasChoices => OneOf.Count + AnyOf.Count + Not.Count > 0;

    public SourceTag? Source { get; init; }

    /// <summary>The property of that name; null when there is none.</summary>
    public Schema? Property(string name)
    {
        foreach (var (key, schema) in properties)
            if (key == name) return schema;
        return null;
    }
}
