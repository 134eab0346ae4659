using MockCustomers.Diagnostics;

namespace MockCustomers.Mappings;

/// <summary>The mappings of a file: one, an array, or WireMock's {"mappings": […]}.</summary>
internal static class MappingFile
{
    public static IReadOnlyList<JsonPlace> Mappings(JsonPlace file)
    {
        if (file.Json is System.Text.Json.Nodes.JsonArray) return file.Items();
        if (file.Optional("mappings") is not { } list) return [file];
        file.Allow("mappings", "meta", "$schema");
        return list.Items();
    }
}
