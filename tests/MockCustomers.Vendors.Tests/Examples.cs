using System.Text.Json.Nodes;

namespace MockCustomers.Vendors.Tests;

/// <summary>The documented example customers of the repository.</summary>
public static class Examples
{
    /// <summary>Those of a vendor, in the order of the files; empty when it has none. Of one that is printed as it was at several times the last form.</summary>
    public static IReadOnlyList<JsonObject> Of(string vendor)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "fixtures", vendor);
        if (!Directory.Exists(folder)) return [];
        return
        [
            .. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
                .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsArray())
                .Select(customer => customer!.AsObject())
                .GroupBy(customer => customer.First(field => field.Key.EndsWith("id", StringComparison.OrdinalIgnoreCase)).Value!.ToString())
                .Select(forms => forms.Last()),
        ];
    }
}
