using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>A path being followed through a document: bounded, as a few descents after each other lead to very many places.</summary>
internal sealed class PathWalk(JsonElement root)
{
    private const int Most = 200_000;
    private int visited;

    public JsonElement Root => root;

    /// <exception cref="PatternException">There are too many.</exception>
    public void Count()
    {
        if (++visited > Most) throw new PatternException($"the JSONPath leads to more than {Most} places of one body; one that descends less");
    }
}
