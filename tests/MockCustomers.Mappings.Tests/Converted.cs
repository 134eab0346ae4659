using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings.Tests;

/// <summary>Mappings as somebody wrote them, converted.</summary>
internal static class Converted
{
    /// <summary>The first mapping, in WireMock.Net's JSON; nothing may be wrong with it.</summary>
    public static JsonNode ToNet(string json, Target target = Target.WireMockNet, int? sequence = null) => Of(json, file => Converter.ToWireMockNet(file, target, sequence))[0]!;

    /// <summary>The first mapping, in WireMock's JSON; nothing may be wrong with it.</summary>
    public static JsonNode ToJava(string json) => Of(json, Converter.ToWireMock)[0]!;

    /// <summary>What is refused of a file in WireMock's JSON: pointer, problem, remedy.</summary>
    public static IReadOnlyList<string> RefusedOfJava(string json, Target target = Target.WireMockNet) => Refused(json, file => Converter.ToWireMockNet(file, target));

    /// <summary>What is refused of a file in WireMock.Net's JSON.</summary>
    public static IReadOnlyList<string> RefusedOfNet(string json) => Refused(json, Converter.ToWireMock);

    private static JsonArray Of(string json, Func<JsonPlace, JsonArray> convert)
    {
        var mistakes = new DiagnosticBag();
        var converted = convert(MappingText.Read(Encoding.UTF8.GetBytes(json), "", mistakes).ShouldNotBeNull());
        mistakes.Found.ShouldBeEmpty(json);
        return converted;
    }

    private static List<string> Refused(string json, Func<JsonPlace, JsonArray> convert)
    {
        var mistakes = new DiagnosticBag();
        convert(MappingText.Read(Encoding.UTF8.GetBytes(json), "", mistakes).ShouldNotBeNull());
        return [.. mistakes.Found.Select(mistake => $"{mistake.Pointer}: {mistake.Problem}; {mistake.Remedy}")];
    }
}
