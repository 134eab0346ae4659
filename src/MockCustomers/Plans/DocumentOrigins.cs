using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Store;

namespace MockCustomers.Plans;

/// <summary>Tells that each field of a document comes from its fixture, or from the client that wrote it.</summary>
internal static class DocumentOrigins
{
    public static IReadOnlyList<FieldOrigin> Of(CustomerDocument document)
    {
        var origins = new List<FieldOrigin>();
        Walk(JsonNode.Parse(document.Json.Span), "", document, origins);
        return origins;
    }

    private static void Walk(JsonNode? node, string pointer, CustomerDocument document, List<FieldOrigin> origins)
    {
        if (node is JsonObject { Count: > 0 } map)
        {
            foreach (var (name, value) in map) Walk(value, $"{pointer}/{name}", document, origins);
            return;
        }

        var json = PlainJson.Text(node);
        origins.Add(new FieldOrigin(pointer, json, new PlanOrigin(document.Number == CustomerDocument.Example ? "documented example" : "written by a client", document.Origin)));
    }
}
