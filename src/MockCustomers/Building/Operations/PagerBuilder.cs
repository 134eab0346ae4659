using MockCustomers.Contracts;
using MockCustomers.Manifests;
using MockCustomers.Paging;

namespace MockCustomers.Building.Operations;

/// <summary>Builds the pagers that manifests name.</summary>
internal static class PagerBuilder
{
    private static readonly Dictionary<string, Func<PagingManifest, IPager>> Pagers = new()
    {
        ["cursor"] = manifest => new CursorPager(manifest.After ?? "after", manifest.Before ?? "before", manifest.Size, manifest.Fixed),
        ["newest"] = manifest => new NewestPager(manifest.Fixed),
        ["offset"] = manifest => new OffsetPager(manifest.Offset ?? "offset", manifest.Size, manifest.Fixed),
        ["page"] = manifest => new PagePager(manifest.Number ?? "page", manifest.Size, manifest.First, manifest.Fixed),
    };

    /// <summary>The pager of a list; null, and reported, when it is unknown. Parameters that the operation lacks are reported, too.</summary>
    public static IPager? Build(PagingManifest manifest, Operation operation)
    {
        if (manifest.Style.Length == 0) return null;
        if (!Pagers.TryGetValue(manifest.Style, out var build))
        {
            manifest.Node.Report($"unknown pager '{manifest.Style}'", $"style: one of: {string.Join(", ", Pagers.Keys.Order(StringComparer.Ordinal))}");
            return null;
        }

        var query = operation.Parameters.Where(p => p.In == ParameterLocation.Query).Select(p => p.Name);
        var known = query.Concat(operation.Body?.Schema.Properties.Select(p => p.Name) ?? []).ToList();
        foreach (var name in new[] { manifest.Number, manifest.Offset, manifest.Size, manifest.After, manifest.Before })
            if (name is not null && !known.Contains(name))
                manifest.Node.Report($"{operation.Id} has no parameter '{name}'", $"one of: {string.Join(", ", known)}");
        return build(manifest);
    }
}
