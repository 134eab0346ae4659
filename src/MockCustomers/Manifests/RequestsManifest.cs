namespace MockCustomers.Manifests;

/// <summary>What a vendor makes of requests that are a little off.</summary>
public sealed record RequestsManifest(TrailingSlash TrailingSlash, DuplicateParameters DuplicateParameters);
