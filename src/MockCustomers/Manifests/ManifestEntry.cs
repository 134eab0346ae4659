namespace MockCustomers.Manifests;

/// <summary>A key of a map in a manifest, and the place of its value.</summary>
public sealed record ManifestEntry(string Key, ManifestNode Value);
