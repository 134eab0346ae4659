using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Mappings;
using WireMock.Admin.Mappings;

namespace MockCustomers.Stubs.Mappings;

/// <summary>Reads mappings as users write them, in files and in requests, and reports all that is wrong with them.</summary>
internal sealed class MappingReader(MappingRules rules)
{
    private const string Several = "mappings";

    /// <summary>The mappings of a document, in WireMock.Net's JSON: one, an array, or WireMock's {"mappings": […]}. What can be used only when nothing was reported.</summary>
    /// <remarks>Each may be written in WireMock.Net's JSON or in WireMock's own. Of WireMock's, those that come later win over those before.</remarks>
    /// <param name="isImport">Whether it may say what becomes of the mappings that are there; see <see cref="ImportOptions"/>.</param>
    public IReadOnlyList<ReadMapping> Read(JsonPlace document, bool isImport = false) => [.. Places(document, isImport).SelectMany(ReadOne)];

    private static IReadOnlyList<JsonPlace> Places(JsonPlace document, bool isImport)
    {
        if (document.Json is JsonArray) return document.Items();
        if (document.Optional(Several) is not { } list) return [document];
        document.Allow(Several, "meta", "$schema", ImportOptions.Key);
        if (!isImport && document.Optional(ImportOptions.Key) is { } options && !JsonNode.DeepEquals(options.Json, new JsonObject()))
            options.Report($"'{ImportOptions.Key}' is for POST /__admin/mappings/import", "nothing: mappings of the same id are replaced, others stay");
        return list.Items();
    }

    private IReadOnlyList<ReadMapping> ReadOne(JsonPlace place, int index)
    {
        if (place.Json is not JsonObject json)
        {
            place.Expected("a mapping: an object with Request and Response");
            return [];
        }

        if (Dialects.Of(json) != Dialect.WireMock) return [new ReadMapping(place, Checked(place, json), IsOrdered: false)];
        var mistakes = new DiagnosticBag();
        var converted = Converter.ToWireMockNet(place.ReportingTo(mistakes), Target.Sandbox, index);
        place.Report(mistakes);
        if (!mistakes.IsEmpty) return [];
        if (converted is not [JsonObject mapping])
        {
            place.Expected("one mapping");
            return [];
        }

        converted.Clear();
        new WrittenPlaces(place).Check(rules, mapping);
        return [new ReadMapping(place, mapping, IsOrdered: true)];
    }

    private JsonObject Checked(JsonPlace place, JsonObject json)
    {
        ModelKeys.Check(place, typeof(MappingModel));
        foreach (var part in new[] { nameof(MappingModel.Request), nameof(MappingModel.Response) })
            if (!json.Any(pair => pair.Key.Equals(part, StringComparison.OrdinalIgnoreCase) && pair.Value is not null)) place.Report($"'{part}' is missing", $"an object: \"{part}\": {{…}}");
        if (AnyCase.Find(place, nameof(MappingModel.Data))?.Optional(Carried.Key) is { } carried) StubEffectReader.Read(carried);
        rules.Check(place);
        return json;
    }
}
