namespace MockCustomers.Contracts;

/// <summary>A vendor's spec as parsed: immutable, and free of the reader's own types.</summary>
/// <param name="File">The spec's file, for diagnostics.</param>
/// <param name="BasePath">The path of the first server's URL without a trailing slash; empty when there is none.</param>
/// <param name="Operations">In the order of the spec.</param>
/// <param name="Schemas">The named schemas of components.</param>
internal sealed record Contract(
    string File,
    string Title,
    string Version,
    string BasePath,
    IReadOnlyList<Operation> Operations,
    IReadOnlyDictionary<string, Schema> Schemas)
{
    /// <summary>The servers that the spec names with their hosts, in its order: where the vendor's own API is.</summary>
    public IReadOnlyList<Uri> Servers { get; init; } = [];
}
