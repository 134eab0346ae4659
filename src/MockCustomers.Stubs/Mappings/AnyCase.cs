using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Stubs.Mappings;

/// <summary>Keys as WireMock.Net reads them: in upper or lower case.</summary>
internal static class AnyCase
{
    public static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands under a key, in the case in which it is written; null for nothing.</summary>
    public static JsonPlace? Find(JsonPlace place, string name) =>
        place.Json is JsonObject map && map.FirstOrDefault(pair => Is(pair.Key, name)).Key is { } key ? place.Optional(key) : null;

    /// <summary>Gives a key another value, in whatever case it stands.</summary>
    public static void Set(JsonObject map, string name, JsonNode value)
    {
        foreach (var old in map.Where(pair => Is(pair.Key, name)).Select(pair => pair.Key).ToList()) map.Remove(old);
        map[name] = value;
    }
}
