namespace MockCustomers.Manifests;

/// <summary>What a vendor makes of requests that are a little off.</summary>
/// <param name="AnyMediaType">Whether a body is read as JSON whatever its Content-Type says.</param>
public sealed record RequestsManifest(TrailingSlash TrailingSlash, DuplicateParameters DuplicateParameters, bool AnyMediaType);
