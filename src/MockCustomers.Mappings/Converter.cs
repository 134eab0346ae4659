using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings.ToWireMock;
using MockCustomers.Mappings.ToWireMockNet;

namespace MockCustomers.Mappings;

/// <summary>Mappings of one dialect in the words of the other; whatever cannot be said there is reported, and then the result is not to be used.</summary>
internal static class Converter
{
    /// <param name="file">One mapping or several, in WireMock's JSON.</param>
    /// <param name="sequence">How many mappings were added before these; null when WireMock.Net's own order is good enough (<see cref="NetPriority"/>).</param>
    public static JsonArray ToWireMockNet(JsonPlace file, Target target, int? sequence = null)
    {
        var mappings = MappingFile.Mappings(file);
        return new JsonArray([.. mappings.Select((mapping, index) => NetMapping.Of(mapping, target, sequence + index))]);
    }

    /// <param name="file">One mapping or several, in WireMock.Net's JSON.</param>
    /// <returns>A mapping for each, in their order; where they have a sequence, in that.</returns>
    public static JsonArray ToWireMock(JsonPlace file)
    {
        var mappings = MappingFile.Mappings(file);
        var ordered = mappings.Any(NetPriority.HasSequence) ? mappings.OrderByDescending(NetPriority.Of) : mappings.AsEnumerable();
        return new JsonArray([.. ordered.Select(mapping => JavaMapping.Of(mapping))]);
    }
}
