using MockCustomers.Contracts;
using MockCustomers.Store;
using MockCustomers.Webhooks;

namespace MockCustomers.Sessions;

/// <summary>What a session has to know of a vendor.</summary>
internal interface ISessionVendor
{
    string Name { get; }

    /// <summary>The keys that its clients use, without a scheme; the first is the one that is shown to users.</summary>
    IReadOnlyList<string> Keys { get; }

    /// <summary>The vendor as its files are now; null while this is it.</summary>
    ISessionVendor? Successor { get; set; }

    /// <summary>The schema of the customers.</summary>
    Schema Customer { get; }

    /// <summary>How it tells of its customers; null when it does not.</summary>
    WebhookRules? Webhooks => null;

    /// <summary>The customers of a session that did not choose its own.</summary>
    Renderer Renderer { get; }

    /// <summary>The customers of a session that chose its own; the same object for equal choices.</summary>
    Renderer RendererFor(PopulationChoice choice);

    /// <summary>A document after what was due at a time: a step of its course, or a field that changes though the state stays.</summary>
    /// <param name="at">Unix microseconds.</param>
    CustomerDocument Pass(Change change, CustomerHandle customer, long at);

    /// <summary>What clients wrote over the customers of this vendor before its files changed, over those of now.</summary>
    /// <param name="before">The vendor as it was.</param>
    /// <param name="renderer">The session's customers of now.</param>
    /// <param name="lost">Gets what does not fit.</param>
    Snapshot Carry(Snapshot written, ISessionVendor before, Renderer renderer, ICollection<LostWrite> lost);
}
