using MockCustomers.Customers;
using MockCustomers.Manifests;

namespace MockCustomers.Ids;

/// <summary>The id shapes by the words of manifests.</summary>
internal static class IdShapes
{
    private static readonly Dictionary<string, Func<ulong, bool, IIdShape>> Makers = new()
    {
        ["uuid"] = (key, _) => new UuidShape(key),
        ["ulid"] = (key, lower) => new UlidShape(key, lower),
        ["objectid58"] = (key, _) => new ObjectId58Shape(key),
    };

    /// <summary>Ids of a form; null, and reported, when there is no such shape.</summary>
    /// <param name="stream">Ids of two streams have nothing in common.</param>
    public static CustomerIds? Make(IdManifest manifest, ulong populationSeed, string stream, Timeline timeline)
    {
        if (Makers.TryGetValue(manifest.Shape, out var make))
            return new CustomerIds(manifest.Prefix, timeline, make(Mix.Of(populationSeed, "id:" + stream), manifest.Lower));
        manifest.Node.Report(
            $"'{manifest.Shape}' is no id shape", $"shape: one of: {string.Join(", ", Makers.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }
}
