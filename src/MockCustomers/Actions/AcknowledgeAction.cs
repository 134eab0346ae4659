using MockCustomers.Exchange;
using MockCustomers.Store;

namespace MockCustomers.Actions;

/// <summary>Takes note of something about a customer that the customer does not show.</summary>
internal sealed class AcknowledgeAction(CustomerStore store, Target target, SuccessTemplate success) : IAction
{
    public string Name => "acknowledge";

    public Outcome Act(Call call)
    {
        var (customer, fault) = target.Of(call, store);
        if (fault is not null) return fault;
        return success.Fill(new CustomerValues(store, customer!.Value, []), call.Request.Output);
    }
}
