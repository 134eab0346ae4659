using MockCustomers.Exchange;

namespace MockCustomers.Actions;

/// <summary>What an operation does, named by manifests.</summary>
internal interface IAction
{
    string Name { get; }

    /// <summary>Answers a request that was routed, authenticated and found valid. Completes at once as a rule.</summary>
    ValueTask<Outcome> ActAsync(Call call);
}
