using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>One step of a path: from a value to some of those in it.</summary>
internal interface IPathStep
{
    /// <summary>Whether it leads to one value at most.</summary>
    bool IsDefinite { get; }

    IEnumerable<JsonElement> From(JsonElement node, PathWalk walk);
}
