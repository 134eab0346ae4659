using System.Text.Json.Nodes;

namespace MockCustomers.Manifests;

/// <summary>How a vendor tells of its customers.</summary>
/// <param name="Body">The template of every body that an event has none of its own for; null for the default.</param>
/// <param name="OmitsEmpty">Whether placeholders that stand for something empty stand for nothing.</param>
/// <param name="Headers">Sent besides the signature: name and template.</param>
/// <param name="Events">By their names; empty for the default ones.</param>
/// <param name="Retries">How long after each failed attempt there is another one; null for the default.</param>
/// <param name="Timeout">How long a receiver may take; null for the default.</param>
/// <param name="Delivered">The statuses by which a receiver takes a webhook; empty for all of 200 to 299.</param>
/// <param name="Id">The form of a message's id; null for the default.</param>
internal sealed record WebhooksManifest(
    WebhookSignatureManifest Signature,
    JsonNode? Body,
    bool OmitsEmpty,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    IReadOnlyList<WebhookEventManifest> Events,
    IReadOnlyList<TimeSpan>? Retries,
    TimeSpan? Timeout,
    IReadOnlyList<int> Delivered,
    IdManifest? Id,
    SubscriptionManifest Subscription,
    ManifestNode Node);
