namespace MockCustomers.Manifests;

/// <summary>A vendor's manifest (vendor.yaml) as written: what differs between vendors and stands in no spec.</summary>
/// <param name="Name">The folder's name: the vendor's name everywhere.</param>
/// <param name="Node">The manifest's root, for diagnostics.</param>
/// <param name="Title">The vendor's name for people.</param>
/// <param name="Spec">The spec's file beside the manifest.</param>
/// <param name="Beside">Further specs of the same API beside the manifest, whose operations are served with the spec's own.</param>
/// <param name="RateLimit">null when there is no limit.</param>
/// <param name="RequestId">null when replies carry none.</param>
/// <param name="Port">The port's offset from the port base; null for the first free one in the order of names.</param>
/// <param name="BasePath">The path before every operation's; null for that of the spec's first server.</param>
/// <param name="ClientPath">The part of every path that clients have in their base address; null for the base path alone.</param>
internal sealed record VendorManifest(
    string Name,
    ManifestNode Node,
    string Title,
    string Spec,
    IReadOnlyList<string> Beside,
    int? Port,
    string? BasePath,
    string? ClientPath,
    AuthManifest Auth,
    RequestsManifest Requests,
    ErrorsManifest Errors,
    RateLimitManifest? RateLimit,
    RequestIdManifest? RequestId,
    CustomerManifest Customer,
    WebhooksManifest Webhooks,
    IReadOnlyList<MappingManifest> Mappings);
