using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>An object: its properties in the order of the spec.</summary>
internal sealed class ObjectNode(IReadOnlyList<PlanProperty> properties, PlanOrigin origin) : PlanNode(origin)
{
    private readonly PlanProperty[] properties = [.. properties];

    public IReadOnlyList<PlanProperty> Properties => properties;

    public override void Write(Draw draw, JsonBuffer json)
    {
        json.Raw((byte)'{');
        var first = true;
        foreach (var property in properties)
        {
            var node = property.Node.Chosen(draw);
            if (node.IsAbsent(draw)) continue;
            json.Raw(first ? property.Opening : property.Following);
            first = false;
            node.Write(draw, json);
        }

        json.Raw((byte)'}');
    }
}
