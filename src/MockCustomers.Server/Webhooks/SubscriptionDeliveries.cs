using MockCustomers.Webhooks;

namespace MockCustomers.Server.Webhooks;

/// <summary>What is sent, and was sent, for one subscription.</summary>
internal sealed class SubscriptionDeliveries(Subscription subscription)
{
    private volatile Subscription subscription = subscription;

    /// <summary>As it is now.</summary>
    public Subscription Subscription
    {
        get => subscription;
        set => subscription = value;
    }

    public AttemptLog Log { get; } = new();

    public required DeliveryQueue Queue { get; init; }
}
