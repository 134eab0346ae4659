namespace MockCustomers.Manifests;

/// <summary>A key of a map in a manifest, and the place of its value.</summary>
internal sealed record ManifestEntry(string Key, ManifestNode Value);
