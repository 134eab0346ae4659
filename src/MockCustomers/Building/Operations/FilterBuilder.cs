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
        foreach (var (_, field) in manifest.Equal.Concat(manifest.Any).Concat(manifest.Each).Where(f => !scope.Has(f.Value)))
            manifest.Node.Report($"customers have no field '{field}'", "a dotted path of the spec's schema");
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
}
