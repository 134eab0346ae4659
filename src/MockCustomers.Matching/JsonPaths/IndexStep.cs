using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>Items by their places; negative ones count from the end.</summary>
internal sealed class IndexStep(IReadOnlyList<int> places) : IPathStep
{
    public bool IsDefinite => places.Count == 1;

    public IEnumerable<JsonElement> From(JsonElement node, PathWalk walk)
    {
        if (node.ValueKind != JsonValueKind.Array) yield break;
        var length = node.GetArrayLength();
        foreach (var place in places)
        {
            var index = place < 0 ? place + length : place;
            if (index >= 0 && index < length) yield return node[index];
        }
    }
}
