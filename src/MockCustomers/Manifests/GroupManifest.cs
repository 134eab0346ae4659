using MockCustomers.Customers;

namespace MockCustomers.Manifests;

/// <summary>A kind or a state: how many customers are of it, and what it changes about their fields.</summary>
/// <param name="Share">Its weight among its fellows; 1 to 1000.</param>
/// <param name="Subject">For a kind: who stands behind such a customer.</param>
/// <param name="Kinds">For a state: the kinds that can be in it; empty for all.</param>
/// <param name="Set">Fields that have another source in it: dotted path and source.</param>
/// <param name="Omit">Fields that are absent in it.</param>
/// <param name="Null">Fields that are null in it.</param>
internal sealed record GroupManifest(
    string Name,
    int Share,
    Subject Subject,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<ManifestEntry> Set,
    IReadOnlyList<ManifestEntry> Omit,
    IReadOnlyList<ManifestEntry> Null,
    ManifestNode Node);
