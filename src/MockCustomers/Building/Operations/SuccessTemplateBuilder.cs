using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Manifests;

namespace MockCustomers.Building.Operations;

/// <summary>Builds the success replies of operations.</summary>
internal static class SuccessTemplateBuilder
{
    /// <summary>The reply of an operation; unknown placeholders are reported.</summary>
    /// <param name="standard">The body where the manifest has no template.</param>
    public static SuccessTemplate Build(Response success, MappingManifest mapping, JsonNode? standard, IReadOnlyCollection<string> placeholders)
    {
        var body = PlaceholderCheck.Body(mapping.Body ?? standard, mapping.Node, placeholders);
        var headers = new List<SuccessHeader>();
        foreach (var (name, value) in mapping.Headers) headers.Add(new SuccessHeader(name, PlaceholderCheck.Text(value, mapping.Node, placeholders)));
        return new SuccessTemplate(success.Status, success.MediaType, body, [.. headers]);
    }
}
