using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>A value and all that are in it, at any depth.</summary>
internal sealed class DescentStep : IPathStep
{
    public bool IsDefinite => false;

    public IEnumerable<JsonElement> From(JsonElement node, PathWalk walk)
    {
        var open = new Stack<JsonElement>([node]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in EveryStep.In(next).Reverse()) open.Push(child);
        }
    }
}
