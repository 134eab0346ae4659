namespace MockCustomers.Manifests;

/// <summary>Something untidy that the vendor's own pages show, and a share of the generated customers too.</summary>
/// <param name="Field">Dotted path.</param>
/// <param name="Share">Percent of the customers; 1 to 50.</param>
/// <param name="As">The source in place of the field's own.</param>
internal sealed record QuirkManifest(string Field, int Share, ManifestNode As, ManifestNode Node);
