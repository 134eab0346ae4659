namespace MockCustomers.Manifests;

/// <summary>Fields that are served only to those who ask for them.</summary>
/// <param name="Parameter">The query parameter that names them, separated by commas.</param>
/// <param name="Fields">Top-level fields.</param>
internal sealed record ExpandManifest(string Parameter, IReadOnlyList<string> Fields, ManifestNode Node);
