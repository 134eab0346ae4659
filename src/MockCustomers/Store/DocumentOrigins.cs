using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Plans;

namespace MockCustomers.Store;

/// <summary>Tells that each field of a document comes from its fixture, or from the client that wrote it.</summary>
internal static class DocumentOrigins
{
    public static IReadOnlyList<FieldOrigin> Of(CustomerDocument document)
    {
        var origins = new List<FieldOrigin>();
        var origin = new PlanOrigin(document.IsWritten ? "written by a client" : "documented example", document.Origin);
        Walk(JsonNode.Parse(document.Json.Span), "", origin, origins);
        return origins;
    }

    private static void Walk(JsonNode? node, string pointer, PlanOrigin origin, List<FieldOrigin> origins)
    {
        if (node is JsonObject { Count: > 0 } map)
        {
            foreach (var (name, value) in map) Walk(value, $"{pointer}/{name}", origin, origins);
            return;
        }

        origins.Add(new FieldOrigin(pointer, PlainJson.Text(node), origin));
    }
}
