using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Manifests;
using MockCustomers.Templates;

namespace MockCustomers.Building.Operations;

/// <summary>Builds the success replies of operations.</summary>
internal static class SuccessTemplateBuilder
{
    /// <summary>The reply of an operation; unknown placeholders are reported.</summary>
    /// <param name="standard">The body where the manifest has no template.</param>
    public static SuccessTemplate Build(Response success, MappingManifest mapping, JsonNode? standard, IReadOnlyCollection<string> placeholders)
    {
        var body = PlaceholderCheck.Body(mapping.Body ?? standard, mapping.Node, placeholders);
        KeyValuePair<string, TextTemplate>[] headers = [.. mapping.Headers.Select(h => KeyValuePair.Create(h.Key, PlaceholderCheck.Text(h.Value, mapping.Node, placeholders)))];
        return new SuccessTemplate(success.Status, success.MediaType, body, headers);
    }
}
