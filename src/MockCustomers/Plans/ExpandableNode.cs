using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>A field that only those see who ask for it.</summary>
internal sealed class ExpandableNode(string name, PlanNode inner) : PlanNode(inner.Origin)
{
    public string Name => name;

    public override void Write(Draw draw, JsonBuffer json) => inner.Write(draw, json);

    public override bool IsAbsent(Draw draw) => !draw.Expanded.Contains(name) || inner.IsAbsent(draw);

    public override bool IsExpandedFor(Draw draw) => !IsAbsent(draw);
}
