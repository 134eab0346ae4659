using System.Text;
using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>Tells what made each field of a customer, by walking its plan.</summary>
internal static class PlanOrigins
{
    public static IReadOnlyList<FieldOrigin> Of(ObjectNode plan, CustomerContext context)
    {
        var origins = new List<FieldOrigin>();
        using var json = new JsonBuffer();
        Walk(plan, "", context, json, origins);
        return origins;
    }

    private static void Walk(ObjectNode node, string pointer, CustomerContext context, JsonBuffer json, List<FieldOrigin> origins)
    {
        foreach (var property in node.Properties)
        {
            var field = $"{pointer}/{property.Name}";
            var chosen = property.Node.Chosen(context);
            if (chosen is ObjectNode { Properties.Count: > 0 } inner)
            {
                Walk(inner, field, context, json, origins);
                continue;
            }

            origins.Add(new FieldOrigin(field, chosen.IsAbsent(context) ? null : Value(chosen, context, json), Origin(property.Node, chosen)));
        }
    }

    /// <summary>A choice is described with what it chose.</summary>
    private static PlanOrigin Origin(PlanNode node, PlanNode chosen) => node == chosen
        ? node.Origin
        : chosen.Origin with { Text = $"{node.Origin.Text}: {chosen.Origin.Text}", Stream = chosen.Origin.Stream ?? node.Origin.Stream };

    private static string Value(PlanNode node, CustomerContext context, JsonBuffer json)
    {
        json.Clear();
        node.Write(context, json);
        return Encoding.UTF8.GetString(json.Written.Span);
    }
}
