using System.Globalization;
using System.Text.Json;
using MockCustomers.Diagnostics;

namespace MockCustomers.Matching.Matchers;

/// <summary>Whether a JSON Schema can be followed in bounded time and depth: what it refers to is put in its place, in thought, and counted.</summary>
/// <remarks>JsonSchema.Net follows a schema that refers to itself without a step into the body until the stack is used up.</remarks>
internal sealed class SchemaBounds
{
    private const int Deepest = 100;
    private const int Largest = 20_000;
    private static readonly string[] Refused = ["$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$anchor"];
    private readonly JsonElement root;
    private int count;

    private SchemaBounds(JsonElement root) => this.root = root;

    /// <returns>What is wrong with it; null for nothing.</returns>
    public static string? ProblemOf(JsonElement schema) => new SchemaBounds(schema).ProblemIn(schema, 0);

    private string? ProblemIn(JsonElement node, int depth)
    {
        if (depth > Deepest) return "it is nested too deeply, or refers to itself";
        if (++count > Largest) return $"it has more than {Largest} parts when what it refers to is put in its place";
        return node.ValueKind switch
        {
            JsonValueKind.Array => node.EnumerateArray().Select(item => ProblemIn(item, depth + 1)).FirstOrDefault(problem => problem is not null),
            JsonValueKind.Object => node.EnumerateObject().Select(property => ProblemIn(property, depth)).FirstOrDefault(problem => problem is not null),
            _ => null,
        };
    }

    private string? ProblemIn(JsonProperty property, int depth)
    {
        if (property.Value.ValueKind != JsonValueKind.String) return ProblemIn(property.Value, depth + 1);
        if (Refused.Contains(property.Name)) return $"'{property.Name}' is not supported";
        if (property.Name == "$id" && depth > 0) return "'$id' inside of a schema is not supported";
        if (property.Name != "$ref") return null;
        var reference = property.Value.GetString()!;
        return Target(reference) is { } target ? ProblemIn(target, depth + 1) : $"'{reference}' refers to nothing in it, and nothing is fetched from elsewhere";
    }

    /// <summary>What a reference such as #/$defs/name leads to; null for nothing in the schema.</summary>
    private JsonElement? Target(string reference)
    {
        if (reference == "#") return root;
        if (!reference.StartsWith("#/", StringComparison.Ordinal)) return null;
        var node = root;
        foreach (var name in JsonPointer.Keys(Uri.UnescapeDataString(reference[1..])))
        {
            if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value)) node = value;
            else if (node.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < node.GetArrayLength()) node = node[place];
            else return null;
        }

        return node;
    }
}
