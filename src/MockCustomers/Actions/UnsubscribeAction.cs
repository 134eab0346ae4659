using MockCustomers.Exchange;
using MockCustomers.Webhooks;

namespace MockCustomers.Actions;

/// <summary>Takes a subscription to webhooks away: what was still to be sent for it is not.</summary>
internal sealed class UnsubscribeAction(SubscriptionRules rules, SubscriptionTarget target, SuccessTemplate success) : IAction
{
    public string Name => "unsubscribe";

    public ValueTask<Outcome> ActAsync(Call call)
    {
        var (subscription, fault) = target.Of(call);
        if (fault is not null) return ValueTask.FromResult<Outcome>(fault);
        call.Session.Session.Subscriptions.Remove(subscription!.Id);
        return ValueTask.FromResult<Outcome>(success.Fill(new SubscriptionReplyValues(subscription, rules), call.Request.Output));
    }
}
