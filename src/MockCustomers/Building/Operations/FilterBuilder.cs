using MockCustomers.Contracts;
using MockCustomers.Filters;
using MockCustomers.Manifests;

namespace MockCustomers.Building.Operations;

/// <summary>Builds what a list can be asked for.</summary>
internal static class FilterBuilder
{
    /// <summary>The reader of a list's filters; an unknown grammar and unknown fields are reported.</summary>
    /// <param name="created">The field of the creation time; null when there is none.</param>
    public static FilterReader Build(FilterManifest manifest, Schema customer, string? created)
    {
        var scope = new FilterScope(customer, manifest.AllowsUnknown);
        var grammar = manifest.Grammar is { } name ? Grammars.All.GetValueOrDefault(name) : null;
        if (manifest.Grammar is not null && grammar is null)
            manifest.Node.Report($"unknown grammar '{manifest.Grammar}'", $"grammar: one of: {string.Join(", ", Grammars.All.Keys.Order(StringComparer.Ordinal))}");
        Check(manifest.Equal, scope, manifest.Node);
        Check(manifest.Any, scope, manifest.Node);
        Check(manifest.Each, scope, manifest.Node);
        var rules = new FilterRules
        {
            Equal = manifest.Equal,
            Any = manifest.Any,
            Each = manifest.Each,
            Grammar = grammar,
            Expression = manifest.Expression,
            Groups = manifest.Groups,
            Sort = manifest.Sort,
            Order = manifest.Order,
            Created = created,
        };
        return new FilterReader(rules, scope);
    }

    private static void Check(IReadOnlyList<KeyValuePair<string, string>> fields, FilterScope scope, ManifestNode node)
    {
        foreach (var (_, field) in fields)
            if (!scope.Has(field)) node.Report($"customers have no field '{field}'", "a dotted path of the spec's schema");
    }
}
