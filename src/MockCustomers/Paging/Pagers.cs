using MockCustomers.Contracts;
using MockCustomers.Manifests;

namespace MockCustomers.Paging;

/// <summary>The pagers by the words of manifests.</summary>
internal static class Pagers
{
    private static readonly Dictionary<string, Func<PagingManifest, IPager>> Makers = new()
    {
        ["cursor"] = manifest => new CursorPager(manifest.After ?? "after", manifest.Before ?? "before", manifest.Size, manifest.Fixed),
        ["newest"] = manifest => new NewestPager(manifest.Fixed),
        ["offset"] = manifest => new OffsetPager(manifest.Offset ?? "offset", manifest.Size, manifest.Fixed),
        ["page"] = manifest => new PagePager(manifest.Number ?? "page", manifest.Size, manifest.First, manifest.Fixed),
    };

    /// <summary>The pager of a list; null, and reported, when there is none or it asks for parameters that the operation lacks.</summary>
    public static IPager? Make(PagingManifest manifest, Operation operation)
    {
        if (manifest.Style.Length == 0) return null;
        if (!Makers.TryGetValue(manifest.Style, out var make))
        {
            manifest.Node.Report($"'{manifest.Style}' is no pager", $"style: one of: {string.Join(", ", Makers.Keys.Order(StringComparer.Ordinal))}");
            return null;
        }

        var query = operation.Parameters.Where(p => p.In == ParameterLocation.Query).Select(p => p.Name);
        var known = query.Concat(operation.Body?.Schema.Properties.Select(p => p.Name) ?? []).ToList();
        foreach (var name in new[] { manifest.Number, manifest.Offset, manifest.Size, manifest.After, manifest.Before })
            if (name is not null && !known.Contains(name))
                manifest.Node.Report($"{operation.Id} has no parameter '{name}'", $"one of: {string.Join(", ", known)}");
        return make(manifest);
    }
}
