using System.Globalization;
using MockCustomers.Exchange;
using MockCustomers.Templates;
using MockCustomers.Webhooks;

namespace MockCustomers.Actions;

/// <summary>Lists the subscriptions to webhooks that clients made, the oldest first.</summary>
internal sealed class ListSubscriptionsAction(SubscriptionRules rules, SuccessTemplate success, string vendor) : IAction
{
    public static readonly string[] Placeholders = ["subscriptions", "total"];

    public string Name => "listSubscriptions";

    public ValueTask<Outcome> ActAsync(Call call) =>
        ValueTask.FromResult<Outcome>(success.Fill(new Values([.. call.Session.Session.Subscriptions.OfClients(vendor)], rules), call.Request.Output));

    private sealed class Values(Subscription[] subscriptions, SubscriptionRules rules) : ITemplateValues
    {
        public bool Write(string name, JsonBuffer json)
        {
            if (name == "total") json.Number(subscriptions.Length);
            else List(json);
            return true;
        }

        public string? Text(string name) => name == "total" ? subscriptions.Length.ToString(CultureInfo.InvariantCulture) : null;

        private void List(JsonBuffer json)
        {
            json.Raw((byte)'[');
            for (var i = 0; i < subscriptions.Length; i++)
            {
                if (i > 0) json.Raw((byte)',');
                rules.Shown.Write(new SubscriptionValues(subscriptions[i], rules), json);
            }

            json.Raw((byte)']');
        }
    }
}
