using MockCustomers.Actions;

namespace MockCustomers.Vendors;

/// <summary>What decides which customer and which body an example of a request has.</summary>
/// <param name="Target">How a request names its customer, and which values are taken.</param>
/// <param name="States">The states of customers that the operation takes; null for all.</param>
internal sealed record ExampleRules(TargetRules Target, IReadOnlySet<string>? States)
{
    /// <summary>The id of the first subscription that a client makes, where the operation is about one: without it there is nothing to answer. null where it is about none.</summary>
    public string? Subscription { get; init; }

    /// <summary>The path parameter that names the subscription; null where none does.</summary>
    public string? SubscriptionParameter { get; init; }
}
