using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings;

namespace MockCustomers.Cli.Conversion;

/// <summary>A file of mappings.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Name">Below the folder that was named.</param>
internal sealed record SourceFile(string Path, string Name)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="to">null for the dialect that the file is not written in.</param>
    /// <returns>null when something is wrong, which was reported.</returns>
    public ConvertedFile? Convert(Dialect? to, DiagnosticBag mistakes)
    {
        if (Read(mistakes) is not { } json) return null;
        var (from, place) = (Dialects.Of(json), new JsonPlace(json, Path, "", mistakes));
        if (from == Dialect.Unknown)
        {
            place.Report("there is no mapping", """{"request": {"urlPath": "/a"}, "response": {"status": 200}}, or {"Request": {"Path": "/a"}, "Response": {"StatusCode": 200}}""");
            return null;
        }

        var target = to ?? (from == Dialect.WireMock ? Dialect.WireMockNet : Dialect.WireMock);
        if (from == target) return new ConvertedFile(this, json, $"is {DialectNames.Of(from)} already");
        var mappings = target == Dialect.WireMockNet ? Converter.ToWireMockNet(place, Target.WireMockNet) : Converter.ToWireMock(place);
        return mistakes.IsEmpty ? new ConvertedFile(this, Joined(mappings, target), $"{mappings.Count} {(mappings.Count == 1 ? "mapping" : "mappings")} to {DialectNames.Of(target)}") : null;
    }

    /// <summary>One mapping as it is, several as the dialect has them in a file.</summary>
    private static JsonNode Joined(JsonArray mappings, Dialect dialect)
    {
        if (mappings.Count == 1) return mappings[0]!.DeepClone();
        return dialect == Dialect.WireMock ? new JsonObject { ["mappings"] = mappings } : mappings;
    }

    private JsonNode? Read(DiagnosticBag mistakes)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(Path), documentOptions: Strict) is { } json) return json;
            mistakes.Add(Path, "", "the file holds nothing", "a mapping");
        }
        catch (JsonException broken)
        {
            mistakes.Add(Path, "", $"the file cannot be read as JSON ({broken.Message})", "JSON");
        }

        return null;
    }
}
