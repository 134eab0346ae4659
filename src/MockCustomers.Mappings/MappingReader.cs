using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings;

/// <summary>Reads the text of mappings, in either dialect: what cannot be read to its end is reported, not found out later.</summary>
internal static class MappingReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="file">As the user named it; empty for the body of a request.</param>
    /// <returns>null when something was reported.</returns>
    public static JsonPlace? Read(string text, string file, DiagnosticBag mistakes)
    {
        try
        {
            if (JsonNode.Parse(text, documentOptions: Strict) is { } json)
            {
                Visit(json);
                return new JsonPlace(json, file, "", mistakes);
            }

            mistakes.Add(file, "", "there is nothing", "a mapping");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a character (\ud800), which JSON can write and no text can hold.
            mistakes.Add(file, "", $"the mappings cannot be read as JSON ({broken.Message})", "JSON");
        }

        return null;
    }

    private static void Visit(JsonNode? json)
    {
        if (json is JsonObject map) foreach (var (_, value) in map) Visit(value);
        else if (json is JsonArray list) foreach (var item in list) Visit(item);
        else if (json?.GetValueKind() == JsonValueKind.String) _ = json.GetValue<string>();
    }
}
