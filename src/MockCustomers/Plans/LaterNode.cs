using MockCustomers.Customers;
using MockCustomers.Delays;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>A value that becomes another one some time after the customer came into its state, such as a payment rail that is approved after the whole.</summary>
/// <remarks>The showcase keeps the first value: it shows everything there is, at any date.</remarks>
/// <param name="after">How long after that; drawn for each customer.</param>
internal sealed class LaterNode(PlanNode first, PlanNode later, Delay after, ulong seed, PlanOrigin origin) : PlanNode(origin)
{
    public PlanNode First => first;

    public override void Write(CustomerContext context, JsonBuffer json) => Chosen(context).Write(context, json);

    public override bool IsAbsent(CustomerContext context) => Chosen(context).IsAbsent(context);

    public override PlanNode Chosen(CustomerContext context)
    {
        var chosen = first.Chosen(context);
        if (context.IsShowcase || (chosen is ConstantNode one && later is ConstantNode other && one.IsSame(other))) return chosen;
        var at = context.Since + Delay.Microseconds(after.Draw(context.StreamOf(seed)));
        context.NoteChange(at);
        return at <= context.Now ? later.Chosen(context) : chosen;
    }
}
