using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>No value at all: the key is left out.</summary>
internal sealed class AbsentNode(PlanOrigin origin) : PlanNode(origin)
{
    public override bool IsAbsent(Draw draw) => true;

    public override void Write(Draw draw, JsonBuffer json) => json.Null();
}
