using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>All values in an object or an array.</summary>
internal sealed class EveryStep : IPathStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement node, PathWalk walk) => In(node);

    public static IEnumerable<JsonElement> In(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().Select(property => property.Value),
        JsonValueKind.Array => node.EnumerateArray(),
        _ => [],
    };
}
