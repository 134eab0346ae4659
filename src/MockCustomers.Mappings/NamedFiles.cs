using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings;

/// <summary>Where mappings of either dialect name files of __files: bodies of replies, and WireMock.Net's patterns.</summary>
internal static class NamedFiles
{
    private static readonly string[] OfResponse = ["bodyFileName", "BodyAsFile"];

    /// <param name="file">One mapping or several, whether they are right or not.</param>
    /// <returns>The places of the names, each a text.</returns>
    public static IEnumerable<JsonPlace> In(JsonPlace file)
    {
        var list = file.Json is JsonArray ? file : file.Optional("mappings") is { Json: JsonArray } inner ? inner : null;
        return (list?.Items() ?? [file]).SelectMany(OfMapping).Where(place => place.AsText is not null);
    }

    private static IEnumerable<JsonPlace> OfMapping(JsonPlace mapping) =>
        Below(mapping, "response").SelectMany(response => OfResponse.SelectMany(key => Below(response, key))).Concat(Below(mapping, "request").SelectMany(OfPatterns));

    private static IEnumerable<JsonPlace> OfPatterns(JsonPlace place)
    {
        if (place.Json is JsonArray) return place.Items().SelectMany(OfPatterns);
        if (place.Json is not JsonObject map) return [];
        var own = Below(place, "Name").Any() ? Below(place, "PatternAsFile") : [];
        return own.Concat(map.Select(pair => place.Optional(pair.Key)).OfType<JsonPlace>().SelectMany(OfPatterns));
    }

    /// <remarks>WireMock.Net reads keys in upper or lower case.</remarks>
    private static IEnumerable<JsonPlace> Below(JsonPlace place, string name) =>
        place.Json is JsonObject map ? map.Where(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(pair => place.Optional(pair.Key)).OfType<JsonPlace>() : [];
}
