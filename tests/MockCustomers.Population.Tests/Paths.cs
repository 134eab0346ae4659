using System.Collections.Concurrent;
using System.Text.Json;

namespace MockCustomers.Population.Tests;

/// <summary>Dotted paths into JSON; [] after a name stands for every item of a list.</summary>
internal static class Paths
{
    private static readonly ConcurrentDictionary<string, (string Name, bool IsList)[]> Split = new();

    /// <summary>Everything that stands at a path; nothing when the path leads nowhere.</summary>
    public static IEnumerable<JsonElement> At(JsonElement element, string path)
    {
        var steps = Split.GetOrAdd(path, text =>
            [.. text.Split('.').Select(step => step.EndsWith("[]", StringComparison.Ordinal) ? (step[..^2], true) : (step, false))]);
        return At(element, steps, 0);
    }

    /// <summary>The text at a path; null for no path, nothing there, null, or anything that is no text.</summary>
    public static string? Text(JsonElement element, string? path) =>
        path is not null && At(element, path).FirstOrDefault() is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Every text in it with its path.</summary>
    public static IEnumerable<(string Path, string Text)> Texts(JsonElement element, string path = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, path + "[]")),
        JsonValueKind.String => [(path, element.GetString()!)],
        _ => [],
    };

    private static IEnumerable<JsonElement> At(JsonElement element, (string Name, bool IsList)[] steps, int step)
    {
        for (; step < steps.Length; step++)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(steps[step].Name, out var value)) return [];
            element = value;
            if (!steps[step].IsList) continue;
            if (value.ValueKind != JsonValueKind.Array) return [];
            var next = step + 1;
            return next == steps.Length ? value.EnumerateArray() : value.EnumerateArray().SelectMany(item => At(item, steps, next));
        }

        return [element];
    }
}
