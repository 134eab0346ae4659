using MockCustomers.Exchange;
using MockCustomers.Webhooks;

namespace MockCustomers.Actions;

/// <summary>Which subscription a request is about.</summary>
/// <param name="Parameter">The path parameter that names it; null for the only one there is.</param>
internal sealed record SubscriptionTarget(string Vendor, string? Parameter)
{
    /// <summary>The subscription, or why there is none.</summary>
    public (Subscription? Subscription, Fault? Fault) Of(Call call)
    {
        var id = Parameter is null ? null : call.Parameters.Text(Parameter);
        var known = call.Session.Session.Subscriptions.OfClients(Vendor);
        var found = Parameter is null ? known.LastOrDefault() : known.FirstOrDefault(subscription => subscription.Id == id);
        return found is null ? (null, new Fault(FaultKind.NoSuchCustomer) { Id = id ?? "" }) : (found, null);
    }
}
