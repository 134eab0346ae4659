namespace MockCustomers.Manifests;

/// <summary>A sandbox key that works.</summary>
/// <param name="Version">The API version to which it is bound; null where the vendor binds keys to none.</param>
internal sealed record KeyManifest(string Key, string? Version);
