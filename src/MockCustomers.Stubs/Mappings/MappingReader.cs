using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using WireMock.Admin.Mappings;

namespace MockCustomers.Stubs.Mappings;

/// <summary>Reads mappings as users write them, in files and in requests, and reports all that is wrong with them.</summary>
/// <param name="dialect">The other JSON that is recognised.</param>
internal sealed class MappingReader(MappingRules rules, IMappingDialect dialect)
{
    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <summary>A reader that recognises WireMock's own JSON beside WireMock.Net's.</summary>
    public static MappingReader For(MappingRules rules) => new(rules, new JavaDialect());

    /// <summary>Reads a text of JSON.</summary>
    /// <param name="file">The file, as the user named it; empty for the body of a request.</param>
    /// <param name="diagnostics">Told when it is none.</param>
    /// <returns>null when it is none.</returns>
    public static JsonPlace? Parse(ReadOnlyMemory<byte> text, string file, DiagnosticBag diagnostics)
    {
        try
        {
            var bytes = text.Span;
            if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
            return new JsonPlace(JsonNode.Parse(bytes, documentOptions: Reading), file, "", diagnostics);
        }
        catch (JsonException broken)
        {
            diagnostics.Add(file, "", $"it cannot be read as JSON ({broken.Message})", "a mapping, or an array of mappings");
            return null;
        }
    }

    /// <summary>The mappings of a document, in WireMock.Net's JSON: one, or an array. What can be used only when nothing was reported.</summary>
    public IReadOnlyList<JsonObject> Read(JsonPlace document)
    {
        if (document.Json is JsonArray) return [.. document.Items().SelectMany(ReadOne)];
        return ReadOne(document);
    }

    private IReadOnlyList<JsonObject> ReadOne(JsonPlace place)
    {
        if (place.Json is not JsonObject json)
        {
            place.Expected("a mapping: an object with Request and Response");
            return [];
        }

        if (!dialect.IsSpoken(json)) return Checked(place, json);
        return [.. dialect.Convert(place).SelectMany(converted => Checked(place.Holding(converted), converted))];
    }

    private IReadOnlyList<JsonObject> Checked(JsonPlace place, JsonObject json)
    {
        ModelKeys.Check(place, typeof(MappingModel));
        foreach (var part in new[] { nameof(MappingModel.Request), nameof(MappingModel.Response) })
            if (!json.Any(pair => pair.Key.Equals(part, StringComparison.OrdinalIgnoreCase) && pair.Value is not null)) place.Report($"'{part}' is missing", $"an object: \"{part}\": {{…}}");
        rules.Check(place);
        return [json];
    }
}
