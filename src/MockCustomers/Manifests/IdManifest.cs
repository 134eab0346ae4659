namespace MockCustomers.Manifests;

/// <summary>An id's form.</summary>
/// <param name="Field">The customer's field that holds it; null for an id that does not belong to a customer.</param>
/// <param name="Shape">The shape's name.</param>
/// <param name="Prefix">What stands before the shape; may be empty.</param>
/// <param name="Lower">Lower-case letters, where the shape has a choice.</param>
internal sealed record IdManifest(string? Field, string Shape, string Prefix, bool Lower, ManifestNode Node);
