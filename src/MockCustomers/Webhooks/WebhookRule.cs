using MockCustomers.Events;
using MockCustomers.Templates;

namespace MockCustomers.Webhooks;

/// <summary>Which changes of customers a vendor tells by one event.</summary>
/// <param name="Event">As the vendor calls it.</param>
/// <param name="On">What has to become of a customer.</param>
/// <param name="From">For moves: the states that they lead out of; empty for all.</param>
/// <param name="To">For moves: the states that they lead to; empty for all.</param>
/// <param name="Kinds">The kinds of customers; empty for all.</param>
/// <param name="OmitsEmpty">Whether a placeholder that stands for an empty text, object or list stands for nothing.</param>
internal sealed record WebhookRule(
    string Event, IReadOnlyList<CustomerChange> On, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<string> Kinds, BodyTemplate Body, bool OmitsEmpty)
{
    /// <summary>Whether it tells of this.</summary>
    public bool Tells(CustomerEvent happened)
    {
        if (!On.Contains(happened.Change) || (Kinds.Count > 0 && !Kinds.Contains(happened.Kind))) return false;
        if (happened.Change != CustomerChange.Moved) return true;
        return (From.Count == 0 || From.Contains(happened.From!)) && (To.Count == 0 || To.Contains(happened.To));
    }
}
