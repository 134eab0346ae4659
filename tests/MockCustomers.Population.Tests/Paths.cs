using System.Text.Json;

namespace MockCustomers.Population.Tests;

/// <summary>Dotted paths into JSON; [] after a name stands for every item of a list.</summary>
internal static class Paths
{
    /// <summary>Everything that stands at a path; nothing when the path leads nowhere.</summary>
    public static IEnumerable<JsonElement> At(JsonElement element, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (name, rest) = dot < 0 ? (path, null) : (path[..dot], path[(dot + 1)..]);
        var isList = name.EndsWith("[]", StringComparison.Ordinal);
        if (isList) name = name[..^2];
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return [];
        if (!isList) return rest is null ? [value] : At(value, rest);
        if (value.ValueKind != JsonValueKind.Array) return [];
        return rest is null ? value.EnumerateArray() : value.EnumerateArray().SelectMany(item => At(item, rest));
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
}
