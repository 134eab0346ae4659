using System.Text.Json.Nodes;

namespace MockCustomers.Stubs;

/// <summary>JSON merge patch (RFC 7396).</summary>
internal static class MergePatch
{
    /// <summary>The target, changed as the patch says.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var merged = target as JsonObject ?? [];
        foreach (var (name, value) in changes)
        {
            if (value is null) merged.Remove(name);
            else merged[name] = Apply(Detached(merged, name), value);
        }

        return merged;
    }

    private static JsonNode? Detached(JsonObject from, string name)
    {
        var node = from[name];
        if (node is null) return null;
        // Its place in the order stays: what is put there is a copy.
        return node.DeepClone();
    }
}
