using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Cli.Flags;

namespace MockCustomers.Cli.Tests.Configuration;

/// <summary>The JSON Schema of the file of settings, made of the flags.</summary>
internal static class ConfigSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The flags that the file may set.</summary>
    public static IReadOnlyList<IFlag> Flags { get; } = FlagTable.Configurable(MockCustomersCommand.Make());

    /// <summary>The whole schema, as it stands in specs/mockcustomers.schema.json.</summary>
    public static string Text { get; } = new JsonObject
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "Settings of mockcustomers (mockcustomers.yaml): the flags without their dashes. docs/configuration.md explains them.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(Flags.Select(flag => KeyValuePair.Create(flag.Key!, (JsonNode?)Property(flag))).Prepend(KeyValuePair.Create("$schema", (JsonNode?)new JsonObject { ["type"] = "string" }))),
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Property(IFlag flag)
    {
        var property = new JsonObject { ["description"] = flag.Description!.TrimStart('*', ' ') };
        foreach (var (key, value) in Kind(flag)) property[key] = value?.DeepClone();
        if (Default(flag) is { } otherwise) property["default"] = otherwise;
        return property;
    }

    /// <summary>null may always stand there: the key counts as absent.</summary>
    private static JsonObject Kind(IFlag flag) => flag switch
    {
        { Bounds: { } bounds } => new() { ["type"] = Types("integer", "null"), ["minimum"] = bounds.Least, ["maximum"] = bounds.Most },
        { Words: { Count: > 0 } words } => new() { ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word)), .. Switches(words), null]) },
        { TakesPairs: true } => new() { ["type"] = Types("object", "string", "array", "null"), ["additionalProperties"] = String(), ["items"] = String() },
        { IsRepeatable: true } => new() { ["type"] = Types("array", "string", "null"), ["items"] = String() },
        { TakesInline: true } => new() { ["type"] = Types("array", "string", "null"), ["items"] = new JsonObject { ["type"] = "object" } },
        { HelpName: "TEXT" } => new() { ["type"] = Types("string", "number", "boolean", "null") },
        _ => new() { ["type"] = Types("string", "null") },
    };

    private static IEnumerable<JsonNode> Switches(IReadOnlyList<string> words) => words.Contains("off") && words.Count == 2 ? [true, false] : [];

    private static JsonNode? Default(IFlag flag) =>
        flag.Otherwise is not { } text ? null : flag.Bounds is not null ? long.Parse(text, CultureInfo.InvariantCulture) : text;

    private static JsonArray Types(params string[] types) => new([.. types.Select(type => JsonValue.Create(type))]);

    private static JsonObject String() => new() { ["type"] = "string" };
}
