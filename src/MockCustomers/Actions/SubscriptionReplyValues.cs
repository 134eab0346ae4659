using MockCustomers.Exchange;
using MockCustomers.Templates;
using MockCustomers.Webhooks;

namespace MockCustomers.Actions;

/// <summary>What a reply about one subscription can say: {subscription}, and what its own template can.</summary>
internal sealed class SubscriptionReplyValues(Subscription subscription, SubscriptionRules rules) : ITemplateValues
{
    private readonly SubscriptionValues values = new(subscription, rules);

    public bool Write(string name, JsonBuffer json)
    {
        if (name != "subscription") return values.Write(name, json);
        rules.Shown.Write(values, json);
        return true;
    }

    public string? Text(string name) => values.Text(name);
}
