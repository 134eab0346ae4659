using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MockCustomers.Population.Tests.Checking;

/// <summary>Whether fields have the values that a map of paths asks for.</summary>
internal static class Matcher
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <summary>Whether all of it holds; null holds always.</summary>
    public static bool Holds(JsonElement customer, JsonObject? map)
    {
        if (map is null) return true;
        foreach (var (path, wanted) in map)
            if (!Holds(customer, path, wanted)) return false;
        return true;
    }

    /// <summary>The first path that does not hold; null when all do.</summary>
    public static string? Broken(JsonElement customer, JsonObject map) =>
        map.Select(pair => pair.Key).FirstOrDefault(path => !Holds(customer, path, map[path]));

    public static Regex Pattern(string text) => Patterns.GetOrAdd(text, pattern => new Regex(pattern, RegexOptions.CultureInvariant));

    private static bool Holds(JsonElement customer, string path, JsonNode? wanted)
    {
        var values = Paths.At(customer, path);
        if (wanted is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        {
            var word = value.GetValue<string>();
            if (word == "<absent>") return !values.Any();
            if (word == "<there>") return values.Any();
        }

        var any = false;
        foreach (var found in values)
        {
            if (!Is(found, wanted)) return false;
            any = true;
        }

        return any;
    }

    private static bool Is(JsonElement found, JsonNode? wanted)
    {
        if (wanted is JsonArray several) return several.Any(one => Is(found, one));
        if (wanted is null) return found.ValueKind == JsonValueKind.Null;
        if (wanted is JsonValue flag && flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return found.ValueKind == wanted.GetValueKind();
        if (wanted is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            return JsonNode.DeepEquals(JsonNode.Parse(found.GetRawText()), wanted);
        var word = value.GetValue<string>();
        if (word == "<object>") return found.ValueKind == JsonValueKind.Object;
        if (found.ValueKind != JsonValueKind.String) return false;
        var text = found.GetString()!;
        if (word == "<text>") return text.Length > 0;
        return word.Length > 1 && word[0] == '/' && word[^1] == '/' ? Pattern(word[1..^1]).IsMatch(text) : text == word;
    }
}
