using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Mcp;

/// <summary>One argument of a tool.</summary>
/// <param name="Type">A type of JSON Schema: string, integer, number or boolean.</param>
/// <param name="Description">For whoever calls the tool.</param>
internal sealed record ToolInput(string Name, string Type, string Description)
{
    public bool IsRequired { get; init; }

    /// <summary>Of a number; null for no bound.</summary>
    public double? Minimum { get; init; }

    /// <summary>Of a number; null for no bound.</summary>
    public double? Maximum { get; init; }

    /// <summary>The texts that it may be; empty for any.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    public static ToolInput Text(string name, string description) => new(name, "string", description);

    public static ToolInput Whole(string name, long minimum, long maximum, string description) => new(name, "integer", description) { Minimum = minimum, Maximum = maximum };

    public static ToolInput YesOrNo(string name, string description) => new(name, "boolean", description);

    /// <summary>The schema of all arguments of a tool, which takes no others.</summary>
    public static JsonElement Schema(IReadOnlyList<ToolInput> inputs)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(inputs.Select(input => KeyValuePair.Create(input.Name, (JsonNode?)input.Schema()))),
            ["additionalProperties"] = false,
        };
        if (inputs.Any(input => input.IsRequired)) schema["required"] = new JsonArray([.. inputs.Where(input => input.IsRequired).Select(input => (JsonNode)input.Name)]);
        return Element(schema);
    }

    public static JsonElement Element(JsonNode node)
    {
        using var document = JsonDocument.Parse(PlainJson.Text(node));
        return document.RootElement.Clone();
    }

    private JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Type, ["description"] = Description };
        if (Minimum is { } minimum) schema["minimum"] = minimum;
        if (Maximum is { } maximum) schema["maximum"] = maximum;
        if (OneOf.Count > 0) schema["enum"] = new JsonArray([.. OneOf.Select(value => (JsonNode)value)]);
        return schema;
    }
}
