using MockCustomers.Exchange;
using MockCustomers.Webhooks;

namespace MockCustomers.Actions;

/// <summary>Makes a subscription to webhooks, in the session of the request.</summary>
/// <param name="key">The vendor's first API key: what is signed with where the request carries none and the key is the secret.</param>
internal sealed class SubscribeAction(WebhookRules rules, SubscriptionReader reader, SuccessTemplate success, string vendor, string key) : IAction
{
    /// <summary>What stands for a url until it is read.</summary>
    private static readonly Uri Nowhere = new("http://localhost");

    public string Name => "subscribe";

    public ValueTask<Outcome> ActAsync(Call call)
    {
        var (session, violations) = (call.Session.Session, new List<Violation>());
        var book = session.Subscriptions;
        var now = session.Clock.Now;
        var blank = new Subscription
        {
            Id = "",
            Vendor = vendor,
            Url = Nowhere,
            Secret = rules.IsKeySecret ? call.Key ?? key : book.NewSecret(vendor, rules),
            IsEnabled = rules.Subscriptions.BeginsEnabled,
            IsOfClient = true,
            Created = now,
            Updated = now,
        };
        var draft = reader.Read(call.Body, blank, book, violations);
        if (ReferenceEquals(draft.Url, Nowhere) && violations.Count == 0) violations.Add(new Violation("/body/" + rules.Subscriptions.Url, rules.Subscriptions.Url, "required", "", ""));
        if (violations.Count > 0) return ValueTask.FromResult<Outcome>(new Fault(FaultKind.InvalidBody) { Violations = violations });
        if (book.Add(draft, rules) is not { } added)
            return ValueTask.FromResult<Outcome>(new Fault(FaultKind.Conflict) { Violations = [new Violation("/body/" + rules.Subscriptions.Url, rules.Subscriptions.Url, "unique", "", draft.Url.OriginalString)] });
        return ValueTask.FromResult<Outcome>(success.Fill(new SubscriptionReplyValues(added, rules.Subscriptions), call.Request.Output));
    }
}
