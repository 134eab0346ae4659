namespace MockCustomers.Manifests;

/// <summary>How a webhook shows who sent it.</summary>
/// <param name="Scheme">The scheme's name.</param>
/// <param name="Header">The header that carries it; null where the scheme has its own.</param>
/// <param name="Prefix">What stands before a token; empty for nothing.</param>
/// <param name="IsKeySecret">Whether the API key is the secret.</param>
internal sealed record WebhookSignatureManifest(string Scheme, string? Header, string Prefix, bool IsKeySecret, ManifestNode Node);
