using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>The values in an array or an object, or as Jayway has it the object itself, for which a condition holds.</summary>
internal sealed class FilterStep(Func<JsonElement, PathWalk, bool> condition) : IPathStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement node, PathWalk walk) =>
        (node.ValueKind == JsonValueKind.Object ? [node] : EveryStep.In(node)).Where(value => condition(value, walk));
}
