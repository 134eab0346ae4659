using MockCustomers.Customers;

namespace MockCustomers.Manifests;

/// <summary>What a vendor's customers are made of.</summary>
/// <param name="Operation">The operation whose success response is a customer.</param>
/// <param name="At">The property of that response that holds the customer; null when the response is the customer.</param>
/// <param name="Countries">ISO 3166-1 alpha-2 codes and shares.</param>
/// <param name="Lifecycle">The moves between the states; null where any is legal and none comes by itself.</param>
/// <param name="Keys">The fields by which customers can be found at once, whatever the size: each the id, or one that tells the number.</param>
/// <param name="Fields">Dotted path and source of each field, in no order: the order on the wire is the spec's.</param>
internal sealed record CustomerManifest(
    string Operation,
    string? At,
    IdManifest Id,
    IReadOnlyList<CountryShare> Countries,
    IReadOnlyList<GroupManifest> Kinds,
    IReadOnlyList<GroupManifest> States,
    IReadOnlyList<ManifestEntry> Fields,
    IReadOnlyList<QuirkManifest> Quirks,
    IReadOnlyList<string> Keys,
    long? Population,
    LifecycleManifest? Lifecycle,
    ManifestNode Node);
