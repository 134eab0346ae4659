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
        var name = path.Split('.')[0];
        var node = Array.Find(properties, p => p.Name == name)?.Node;
        return name.Length == path.Length ? node : (node as ObjectNode)?.At(path[(name.Length + 1)..]);
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
