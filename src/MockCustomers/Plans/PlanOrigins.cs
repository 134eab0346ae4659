using System.Text;
using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>Tells what made each field of a customer, by walking its plan.</summary>
internal static class PlanOrigins
{
    public static IReadOnlyList<FieldOrigin> Of(ObjectNode plan, Draw draw)
    {
        var origins = new List<FieldOrigin>();
        using var json = new JsonBuffer();
        Walk(plan, "", draw, json, origins);
        return origins;
    }

    private static void Walk(ObjectNode node, string pointer, Draw draw, JsonBuffer json, List<FieldOrigin> origins)
    {
        foreach (var property in node.Properties)
        {
            var field = $"{pointer}/{property.Name}";
            var chosen = property.Node.Chosen(draw);
            if (chosen is ObjectNode { Properties.Count: > 0 } inner)
            {
                Walk(inner, field, draw, json, origins);
                continue;
            }

            origins.Add(new FieldOrigin(field, chosen.IsAbsent(draw) ? null : Value(chosen, draw, json), Origin(property.Node, chosen)));
        }
    }

    /// <summary>A choice is told with what it chose.</summary>
    private static PlanOrigin Origin(PlanNode node, PlanNode chosen) => node == chosen
        ? node.Origin
        : chosen.Origin with { Words = $"{node.Origin.Words}: {chosen.Origin.Words}", Stream = chosen.Origin.Stream ?? node.Origin.Stream };

    private static string Value(PlanNode node, Draw draw, JsonBuffer json)
    {
        json.Clear();
        node.Write(draw, json);
        return Encoding.UTF8.GetString(json.Written.Span);
    }
}
