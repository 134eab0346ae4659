using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>Some of a row of things that go together, in their order.</summary>
/// <param name="items">What there is to choose from.</param>
/// <param name="counts">How many are taken, each count as likely as the next; each from 0 to the number of items.</param>
internal sealed class ListNode(
    IReadOnlyList<PlanNode> items, IReadOnlyList<int> counts, Chooser count, ulong seed, PlanOrigin origin) : PlanNode(origin)
{
    public IReadOnlyList<PlanNode> Items => items;

    public override void Write(CustomerContext context, JsonBuffer json)
    {
        json.Raw((byte)'[');
        var wanted = counts[count.Choose(context)];
        var bits = context.StreamOf(seed);
        var first = true;
        for (var i = 0; i < items.Count && wanted > 0; i++)
        {
            bits = StableHash.Bits(bits);
            if (StableHash.Below(bits, items.Count - i) >= wanted) continue;
            if (!first) json.Raw((byte)',');
            items[i].Write(context, json);
            first = false;
            wanted--;
        }

        json.Raw((byte)']');
    }
}
