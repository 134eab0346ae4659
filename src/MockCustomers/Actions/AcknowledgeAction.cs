using MockCustomers.Exchange;

namespace MockCustomers.Actions;

/// <summary>Takes note of something about a customer that the customer does not show.</summary>
internal sealed class AcknowledgeAction(Target target, SuccessTemplate success) : IAction
{
    public string Name => "acknowledge";

    public ValueTask<Outcome> ActAsync(Call call)
    {
        var (customer, fault) = target.Of(call, call.View);
        if (fault is not null) return ValueTask.FromResult<Outcome>(fault);
        return ValueTask.FromResult<Outcome>(success.Fill(new CustomerValues(call.View, customer!.Value, []), call.Request.Output));
    }
}
