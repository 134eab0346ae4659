namespace MockCustomers.Contracts;

/// <summary>Where a behaviour comes from: the x-source of a spec or the source of a manifest.</summary>
/// <param name="Tag">seed, pub, 3rd or inf.</param>
/// <param name="From">A short locator of the page or file; null when the tag says it all.</param>
internal sealed record SourceTag(string Tag, string? From);
