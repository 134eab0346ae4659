using System.Text.Json.Nodes;
using MockCustomers.Manifests;
using MockCustomers.Templates;

namespace MockCustomers.Building;

/// <summary>Compiles templates, and reports their unknown placeholders.</summary>
internal static class PlaceholderCheck
{
    /// <summary>The template of a body.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="known">The placeholders; one that ends in a star stands for all that begin so: customer.* is every field of a customer.</param>
    public static BodyTemplate Body(JsonNode? template, ManifestNode place, IReadOnlyCollection<string> known)
    {
        var body = new BodyTemplate(template);
        Report(body.Placeholders, place, known);
        return body;
    }

    /// <summary>The template of a text.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="known">As for a body.</param>
    public static TextTemplate Text(string template, ManifestNode place, IReadOnlyCollection<string> known)
    {
        var text = new TextTemplate(template);
        Report(text.Placeholders, place, known);
        return text;
    }

    private static void Report(IEnumerable<string> placeholders, ManifestNode place, IReadOnlyCollection<string> known)
    {
        foreach (var name in placeholders.Where(name => !IsKnown(name, known)))
            place.Report($"unknown placeholder '{{{name}}}'", $"one of: {string.Join(", ", known.Order(StringComparer.Ordinal).Select(n => $"{{{n}}}"))}");
    }

    private static bool IsKnown(string name, IReadOnlyCollection<string> known) =>
        known.Any(k => k == name || (k.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(k[..^1], StringComparison.Ordinal)));
}
