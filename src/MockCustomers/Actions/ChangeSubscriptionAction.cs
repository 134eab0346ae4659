using MockCustomers.Exchange;
using MockCustomers.Webhooks;

namespace MockCustomers.Actions;

/// <summary>Changes a subscription to webhooks as a body says, and by what the mapping sets.</summary>
internal sealed class ChangeSubscriptionAction(SubscriptionRules rules, SubscriptionReader reader, SubscriptionTarget target, SuccessTemplate success) : IAction
{
    public string Name => "changeSubscription";

    public ValueTask<Outcome> ActAsync(Call call)
    {
        var (subscription, fault) = target.Of(call);
        if (fault is not null) return ValueTask.FromResult<Outcome>(fault);
        var (session, violations) = (call.Session.Session, new List<Violation>());
        var changed = reader.Read(call.Body, subscription!, session.Subscriptions, violations) with { Updated = session.Clock.Now };
        if (violations.Count > 0) return ValueTask.FromResult<Outcome>(new Fault(FaultKind.InvalidBody) { Violations = violations });
        session.Subscriptions.Replace(changed);
        return ValueTask.FromResult<Outcome>(success.Fill(new SubscriptionReplyValues(changed, rules), call.Request.Output));
    }
}
