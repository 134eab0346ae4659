using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings;

namespace MockCustomers.Cli.Conversion;

/// <summary>A file of mappings.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Name">Below the folder that was named.</param>
internal sealed record SourceFile(string Path, string Name)
{
    /// <param name="to">null for the dialect that the file is not written in.</param>
    /// <param name="bodies">Takes the files that the mappings name; null for nobody.</param>
    /// <returns>null when something is wrong, which was reported.</returns>
    public ConvertedFile? Convert(Dialect? to, BodyFiles? bodies, DiagnosticBag mistakes)
    {
        if (MappingText.Read(Encoding.UTF8.GetBytes(File.ReadAllText(Path)), Path, mistakes) is not { } place) return null;
        var (from, json) = (Dialects.Of(place.Json), place.Json!);
        if (from == Dialect.Unknown)
        {
            place.Report("there is no mapping", """{"request": {"urlPath": "/a"}, "response": {"status": 200}}, or {"Request": {"Path": "/a"}, "Response": {"StatusCode": 200}}""");
            return null;
        }

        bodies?.Add(this, place);
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
}
