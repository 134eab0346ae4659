using System.Text.Json.Nodes;

namespace MockCustomers.Manifests;

/// <summary>Subscriptions as the vendor's own endpoints read and show them.</summary>
/// <param name="Id">The form of their ids; null for the default.</param>
/// <param name="Url">The body's property that holds the url.</param>
/// <param name="Events">The body's property that lists the events; null where clients cannot choose.</param>
/// <param name="Secret">The body's property that holds the secret; null where clients cannot choose.</param>
/// <param name="Enabled">The body's property that switches it on and off; null where there is none.</param>
/// <param name="BeginsEnabled">Whether a new one is on.</param>
/// <param name="Most">How many there may be; where it is 1, a new one takes the place of the old.</param>
/// <param name="On">What {status} says of one that is on.</param>
/// <param name="Off">What {status} says of one that is off.</param>
/// <param name="Body">The template of one; null for the default.</param>
internal sealed record SubscriptionManifest(
    IdManifest? Id, string Url, string? Events, string? Secret, string? Enabled, bool BeginsEnabled, int Most, string On, string Off, JsonNode? Body, ManifestNode Node);
