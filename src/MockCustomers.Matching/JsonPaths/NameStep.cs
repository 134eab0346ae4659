using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>Properties by their names.</summary>
internal sealed class NameStep(IReadOnlyList<string> names) : IPathStep
{
    public bool IsDefinite => names.Count == 1;

    public IEnumerable<JsonElement> From(JsonElement node, PathWalk walk)
    {
        if (node.ValueKind != JsonValueKind.Object) yield break;
        foreach (var name in names)
            if (node.TryGetProperty(name, out var value)) yield return value;
    }
}
