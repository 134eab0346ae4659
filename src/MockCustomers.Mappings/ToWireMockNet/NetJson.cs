using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.ToWireMockNet;

/// <summary>equalToJson, where one of WireMock.Net's JSON matchers means the same.</summary>
/// <remarks>JsonMatcher knows no "ignoreArrayOrder"; JsonPartialMatcher takes an array for a set, and reads keys as JSONPaths. Neither knows JsonUnit's placeholders.</remarks>
internal static partial class NetJson
{
    /// <returns>null when there is none.</returns>
    public static JsonObject? Of(JsonPlace pattern, Target target)
    {
        if (pattern.Optional("equalToJson") is not { } place || Parse(place) is not { } expected || expected is not (JsonObject or JsonArray)) return null;
        var all = Nodes(expected).ToList();
        if (all.Exists(node => Text(node)?.Contains("${json-unit.", StringComparison.Ordinal) == true)) return null;
        // To WireMock 1 and 1.0 are equal, to WireMock.Net they are not: the sandbox has a better way.
        if (target == Target.Sandbox && all.Exists(node => node?.GetValueKind() == JsonValueKind.Number)) return null;
        var (ignoresOrder, ignoresExtra) = (pattern.Flag("ignoreArrayOrder"), pattern.Flag("ignoreExtraElements"));
        if (ignoresExtra ? !IsPartial(all, ignoresOrder) : ignoresOrder && all.Exists(node => node is JsonArray { Count: > 1 })) return null;
        return new JsonObject { ["Name"] = ignoresExtra ? "JsonPartialMatcher" : "JsonMatcher", ["Pattern"] = all.Exists(node => Date().IsMatch(Text(node) ?? "")) ? expected.ToJsonString() : expected.DeepClone() };
    }

    private static bool IsPartial(List<JsonNode?> all, bool ignoresOrder) =>
        all.TrueForAll(node => node switch
        {
            JsonArray { Count: > 0 } list => ignoresOrder && list.All(item => item is JsonValue) && list.Select(item => item!.ToJsonString()).Distinct().Count() == list.Count,
            JsonObject map => map.All(property => Simple().IsMatch(property.Key)),
            _ => true,
        });

    private static JsonNode? Parse(JsonPlace place)
    {
        try
        {
            return place.AsText is { } text ? JsonNode.Parse(text) : place.Json;
        }
        catch (JsonException)
        {
            // Reported by who reads patterns.
            return null;
        }
    }

    private static IEnumerable<JsonNode?> Nodes(JsonNode? json) => json switch
    {
        JsonObject map => map.SelectMany(property => Nodes(property.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Nodes).Prepend(list),
        _ => [json],
    };

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>A key that is itself as a JSONPath.</summary>
    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Simple();

    /// <summary>What Newtonsoft.Json takes for a moment, where it reads JSON that is no text.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT|^/Date\(")]
    private static partial Regex Date();
}
