using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Ids;

namespace MockCustomers.Plans;

/// <summary>An id that follows from the customer's number.</summary>
internal sealed class IdNode(CustomerIds ids, PlanOrigin origin) : PlanNode(origin)
{
    public override long Candidate(string value, long size) => ids.NumberOf(value, size);

    public override void Write(CustomerContext context, JsonBuffer json)
    {
        json.Raw((byte)'"');
        ids.Write(context.Number, context.Created, json.GetSpan(ids.Length));
        json.Advance(ids.Length);
        json.Raw((byte)'"');
    }
}
