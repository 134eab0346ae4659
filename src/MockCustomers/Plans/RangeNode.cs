using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>A whole number within bounds, both included.</summary>
internal sealed class RangeNode(long minimum, long maximum, ulong seed, PlanOrigin origin) : PlanNode(origin)
{
    public override void Write(CustomerContext context, JsonBuffer json)
    {
        var width = (ulong)(maximum - minimum) + 1;
        json.Number(minimum + (long)Math.BigMul(context.StreamOf(seed), width, out _));
    }
}
