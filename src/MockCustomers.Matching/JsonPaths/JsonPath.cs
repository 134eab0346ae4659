using System.Globalization;
using System.Text.Json;

namespace MockCustomers.Matching.JsonPaths;

/// <summary>A JSONPath expression as WireMock's users write it: RFC 9535, with Jayway's filters and length().</summary>
internal sealed class JsonPath
{
    private readonly IReadOnlyList<IPathStep> steps;
    private readonly bool asksLength;

    /// <param name="asksLength">Whether the length of what is found is meant, not what is found.</param>
    public JsonPath(IReadOnlyList<IPathStep> steps, bool asksLength)
    {
        this.steps = steps;
        this.asksLength = asksLength;
    }

    /// <summary>Whether it leads to one place at most.</summary>
    public bool IsDefinite => asksLength || steps.All(step => step.IsDefinite);

    /// <returns>null when it cannot be read.</returns>
    public static JsonPath? Parse(string expression, out string problem) => JsonPathParser.Parse(expression, out problem);

    /// <exception cref="PatternException">It leads to more places than can be looked at.</exception>
    public IReadOnlyList<JsonElement> Select(JsonElement root) => Select(root, new PathWalk(root));

    /// <param name="start">Where the path begins.</param>
    public IReadOnlyList<JsonElement> Select(JsonElement start, PathWalk walk)
    {
        List<JsonElement> found = [start];
        foreach (var step in steps)
        {
            var next = new List<JsonElement>();
            foreach (var node in found)
                foreach (var child in step.From(node, walk))
                {
                    walk.Count();
                    next.Add(child);
                }

            found = next;
        }

        return asksLength ? [.. Length(found)] : found;
    }

    private IEnumerable<JsonElement> Length(List<JsonElement> found)
    {
        int? length = !steps.All(step => step.IsDefinite) ? found.Count : found.Count == 0 ? null : found[0].ValueKind switch
        {
            JsonValueKind.Array => found[0].GetArrayLength(),
            JsonValueKind.Object => found[0].GetPropertyCount(),
            JsonValueKind.String => found[0].GetString()!.Length,
            _ => null,
        };
        if (length is null) yield break;
        using var number = JsonDocument.Parse(length.Value.ToString(CultureInfo.InvariantCulture));
        yield return number.RootElement.Clone();
    }
}
