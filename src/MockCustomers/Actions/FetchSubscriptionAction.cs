using MockCustomers.Exchange;
using MockCustomers.Webhooks;

namespace MockCustomers.Actions;

/// <summary>Gets one subscription to webhooks.</summary>
internal sealed class FetchSubscriptionAction(SubscriptionRules rules, SubscriptionTarget target, SuccessTemplate success) : IAction
{
    public string Name => "fetchSubscription";

    public ValueTask<Outcome> ActAsync(Call call)
    {
        var (subscription, fault) = target.Of(call);
        if (fault is not null) return ValueTask.FromResult<Outcome>(fault);
        return ValueTask.FromResult<Outcome>(success.Fill(new SubscriptionReplyValues(subscription!, rules), call.Request.Output));
    }
}
