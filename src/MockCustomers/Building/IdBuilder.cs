using MockCustomers.Customers;
using MockCustomers.Ids;
using MockCustomers.Manifests;

namespace MockCustomers.Building;

/// <summary>Builds ids of the shapes that manifests name.</summary>
internal static class IdBuilder
{
    private static readonly Dictionary<string, Func<ulong, bool, IIdShape>> Shapes = new()
    {
        ["uuid"] = (key, _) => new UuidShape(key),
        ["ulid"] = (key, lower) => new UlidShape(key, lower),
        ["objectid58"] = (key, _) => new ObjectId58Shape(key),
    };

    /// <summary>Ids of a form; null, and reported, when the shape is unknown.</summary>
    /// <param name="stream">Ids of two streams have nothing in common.</param>
    public static CustomerIds? Build(IdManifest manifest, ulong populationSeed, string stream, Timeline timeline)
    {
        if (Shapes.TryGetValue(manifest.Shape, out var shape))
            return new CustomerIds(manifest.Prefix, timeline, shape(StableHash.Of(populationSeed, "id:" + stream), manifest.Lower));
        manifest.Node.Report($"unknown id shape '{manifest.Shape}'", $"shape: one of: {string.Join(", ", Shapes.Keys.Order(StringComparer.Ordinal))}");
        return null;
    }
}
