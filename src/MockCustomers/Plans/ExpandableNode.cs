using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>A field that only those see who ask for it.</summary>
internal sealed class ExpandableNode(string name, PlanNode inner) : PlanNode(inner.Origin)
{
    public string Name => name;

    public override void Write(CustomerContext context, JsonBuffer json) => inner.Write(context, json);

    public override bool IsAbsent(CustomerContext context) => !context.Expanded.Contains(name) || inner.IsAbsent(context);

    public override bool IsExpandedFor(CustomerContext context) => !IsAbsent(context);
}
