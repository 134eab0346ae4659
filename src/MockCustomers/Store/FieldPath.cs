using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Store;

/// <summary>Dotted paths to the fields of a customer, as manifests write them: address.city.</summary>
internal static class FieldPath
{
    /// <summary>What stands at a path; null for nothing and for JSON's null.</summary>
    public static JsonNode? At(JsonNode? node, string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal)) return node is JsonObject fields ? fields[path] : null;
        foreach (var name in path.Split('.')) node = node is JsonObject map ? map[name] : null;
        return node;
    }

    /// <summary>The text or number at a path as text; null for anything else.</summary>
    public static string? Text(JsonNode? node, string path) => Text(At(node, path));

    /// <summary>A text or number as text; null for anything else.</summary>
    public static string? Text(JsonNode? value) => value switch
    {
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        JsonValue other => other.ToJsonString(),
        _ => null,
    };

    /// <summary>Puts a value at a path, making the objects on the way.</summary>
    public static void Set(JsonObject map, string path, JsonNode? value)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (map[name] is not JsonObject inner) map[name] = inner = [];
            map = inner;
        }

        map[names[^1]] = value;
    }

    /// <summary>Takes away what stands at a path.</summary>
    public static void Remove(JsonObject map, string path)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (map[name] is not JsonObject inner) return;
            map = inner;
        }

        map.Remove(names[^1]);
    }
}
