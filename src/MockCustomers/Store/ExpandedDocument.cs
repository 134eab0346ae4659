using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Plans;

namespace MockCustomers.Store;

/// <summary>Writes a document with the fields that are shown only to those who ask for them.</summary>
/// <remarks>A document does not hold these fields: they are drawn as for everybody else, and stand where the vendor's schema has them.</remarks>
internal static class ExpandedDocument
{
    /// <param name="context">Turned to the document's customer, and told what is asked for.</param>
    public static void Write(CustomerDocument document, ObjectNode plan, CustomerContext context, JsonBuffer json)
    {
        var held = PlainJson.Parse(document.Json.Span)!.AsObject();
        var order = plan.Properties.Select(property => property.Name).ToList();
        var missing = new Queue<PlanProperty>(plan.Properties.Where(property => !held.ContainsKey(property.Name) && property.Node.IsExpandedFor(context)));
        var separator = "{"u8;
        foreach (var (name, value) in held)
        {
            while (missing.TryPeek(out var next) && order.IndexOf(name) is var at && (at < 0 || at > order.IndexOf(next.Name)))
                separator = Property(missing.Dequeue(), context, separator, json);
            json.Raw(separator);
            json.String(name);
            json.Raw((byte)':');
            PlainJson.Write(value, json);
            separator = ","u8;
        }

        while (missing.TryDequeue(out var last)) separator = Property(last, context, separator, json);
        json.Raw((byte)'}');
    }

    private static ReadOnlySpan<byte> Property(PlanProperty property, CustomerContext context, ReadOnlySpan<byte> separator, JsonBuffer json)
    {
        json.Raw(separator);
        json.String(property.Name);
        json.Raw((byte)':');
        property.Node.Chosen(context).Write(context, json);
        return ","u8;
    }
}
