using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>An object: its properties in the order of the spec.</summary>
internal sealed class ObjectNode(IReadOnlyList<PlanProperty> properties, PlanOrigin origin) : PlanNode(origin)
{
    private readonly PlanProperty[] properties = [.. properties];

    public IReadOnlyList<PlanProperty> Properties => properties;

    /// <summary>How the field at a dotted path is written; null when there is none.</summary>
    public PlanNode? At(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? path : path.AsSpan(0, dot);
        foreach (var property in properties)
            if (name.SequenceEqual(property.Name)) return dot < 0 ? property.Node : (property.Node as ObjectNode)?.At(path[(dot + 1)..]);
        return null;
    }

    /// <summary>Whether any of some fields is one that is shown only when it is asked for.</summary>
    public bool CanExpand(IReadOnlyCollection<string> asked) => Array.Exists(properties, p => p.Node is ExpandableNode node && asked.Contains(node.Name));

    public override void Write(CustomerContext context, JsonBuffer json)
    {
        json.Raw((byte)'{');
        var first = true;
        foreach (var property in properties)
        {
            var node = property.Node.Chosen(context);
            if (node.IsAbsent(context)) continue;
            json.Raw(first ? property.Opening : property.Following);
            first = false;
            node.Write(context, json);
        }

        json.Raw((byte)'}');
    }
}
