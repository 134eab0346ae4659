using System.Text;
using System.Text.Json;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings;

/// <summary>Reads the text of mappings, in either dialect: what cannot be read to its end is reported, not found out later.</summary>
internal static class MappingReader
{
    /// <param name="file">As the user named it; empty for the body of a request.</param>
    /// <returns>null when something was reported.</returns>
    public static JsonPlace? Read(string text, string file, DiagnosticBag mistakes)
    {
        try
        {
            if (StrictJson.Parse(Encoding.UTF8.GetBytes(text)) is { } json) return new JsonPlace(json, file, "", mistakes);
            mistakes.Add(file, "", "there is nothing", "a mapping");
        }
        catch (JsonException broken)
        {
            mistakes.Add(file, "", $"the mappings cannot be read as JSON ({broken.Message})", "JSON");
        }

        return null;
    }
}
