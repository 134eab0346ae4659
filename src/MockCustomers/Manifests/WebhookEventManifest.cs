using System.Text.Json.Nodes;
using MockCustomers.Events;

namespace MockCustomers.Manifests;

/// <summary>Which changes one event tells of.</summary>
/// <param name="On">What has to become of a customer; at least one.</param>
/// <param name="From">For moves: the states that they lead out of; empty for all.</param>
/// <param name="To">For moves: the states that they lead to; empty for all.</param>
/// <param name="Kinds">The kinds of customers; empty for all.</param>
/// <param name="Body">The template of its body; null for that of all events.</param>
internal sealed record WebhookEventManifest(
    string Name, CustomerChange[] On, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<string> Kinds, JsonNode? Body, ManifestNode Node)
{
    /// <summary>Whether it tells of such changes.</summary>
    public bool IsOf(CustomerChange change) => Array.Exists(On, one => one == change);
}
