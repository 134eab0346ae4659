using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>No value at all: the key is left out.</summary>
internal sealed class AbsentNode(PlanOrigin origin) : PlanNode(origin)
{
    public override bool IsAbsent(CustomerContext context) => true;

    public override void Write(CustomerContext context, JsonBuffer json) => json.Null();
}
