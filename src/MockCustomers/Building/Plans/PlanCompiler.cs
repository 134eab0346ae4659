using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Ids;
using MockCustomers.Manifests;
using MockCustomers.Plans;

namespace MockCustomers.Building.Plans;

/// <summary>Compiles how the customers of each stratum are written, out of the spec's schema and the manifest's sources.</summary>
internal sealed class PlanCompiler(
    PlanScope scope, CustomerManifest manifest, Schema customer, CustomerIds ids, bool quirks, IReadOnlyCollection<string> expandable)
{
    private readonly SourceCompiler sources = new(scope, ids);
    private readonly HashSet<string> used = [];
    private readonly Dictionary<string, ManifestNode> seen = [];

    /// <summary>The plan of a stratum.</summary>
    public ObjectNode Compile(Stratum stratum)
    {
        var overrides = new Dictionary<string, Override>();
        foreach (var (path, source) in manifest.Fields) overrides[path] = new Override(source, OverrideKind.Field);
        AddOverrides(manifest.Kinds.FirstOrDefault(k => k.Name == stratum.Kind.Name), overrides);
        AddOverrides(manifest.States.FirstOrDefault(s => s.Name == stratum.State.Name), overrides);
        foreach (var (path, found) in overrides) seen.TryAdd(path, found.Source);
        return Object("", customer, overrides, SchemaOrigin(customer));
    }

    /// <summary>Reports the fields of the manifest that no stratum has; for after the last one.</summary>
    public void ReportUnused()
    {
        foreach (var quirk in manifest.Quirks) seen.TryAdd(quirk.Field, quirk.Node);
        foreach (var (path, source) in seen)
            if (!used.Contains(path)) source.Report($"customers have no field '{path}'", $"a dotted path that begins with one of: {string.Join(", ", customer.Properties.Select(p => p.Name))}");
    }

    private static void AddOverrides(GroupManifest? group, Dictionary<string, Override> overrides)
    {
        if (group is null) return;
        foreach (var (path, source) in group.Set) overrides[path] = new Override(source, OverrideKind.Set);
        foreach (var (path, place) in group.Omit) overrides[path] = new Override(place, OverrideKind.Omit);
        foreach (var (path, place) in group.Null) overrides[path] = new Override(place, OverrideKind.Null);
    }

    private ObjectNode Object(string path, Schema schema, Dictionary<string, Override> overrides, PlanOrigin origin)
    {
        var properties = new List<PlanProperty>();
        foreach (var (name, property) in schema.Properties)
        {
            if (property.WriteOnly) continue;
            var node = Field(Join(path, name), name, property, overrides, schema.Required.Contains(name));
            if (path.Length == 0 && expandable.Contains(name)) node = new ExpandableNode(name, node);
            if (node is not AbsentNode) properties.Add(new PlanProperty(name, node));
        }

        foreach (var name in NamesBesideSpec(path, schema, overrides))
        {
            var node = Field(Join(path, name), name, schema.More, overrides, required: false);
            if (node is not AbsentNode) properties.Add(new PlanProperty(name, node));
        }

        foreach (var name in schema.Required.Where(name => schema.Property(name) is null && !properties.Exists(p => p.Name == name)))
            scope.ReportSpec(schema, $"'{Join(path, name)}' is required and not described", $"properties: {name}; or not required");
        return new ObjectNode(properties, origin);
    }

    /// <summary>Names that the manifest puts into an open object beside those of the spec.</summary>
    private static IEnumerable<string> NamesBesideSpec(string path, Schema schema, Dictionary<string, Override> overrides)
    {
        if (path.Length == 0 || !schema.AllowsMore) return [];
        return overrides.Keys
            .Where(key => key.StartsWith(path + ".", StringComparison.Ordinal))
            .Select(key => key[(path.Length + 1)..].Split('.')[0])
            .Where(name => schema.Property(name) is null)
            .Distinct();
    }

    private PlanNode Field(string path, string name, Schema? schema, Dictionary<string, Override> overrides, bool required)
    {
        var node = Ordinary(path, name, schema, overrides, required);
        var quirk = quirks ? manifest.Quirks.FirstOrDefault(q => q.Field == path) : null;
        if (quirk is null || node is AbsentNode or ConstantNode { Value: null }) return node;
        var odd = sources.Compile(quirk.As, path, schema, bareIsFact: false);
        return new ChoiceNode(
            [node, odd], new Chooser(scope.SeedOf(path, "quirk"), [100 - quirk.Share, quirk.Share]),
            SourceCompiler.Origin($"quirk of {quirk.Share} percent", quirk.Node, PlanScope.StreamOf(path, "quirk")));
    }

    private PlanNode Ordinary(string path, string name, Schema? schema, Dictionary<string, Override> overrides, bool required)
    {
        if (path == manifest.Id.Field) return new IdNode(ids, SourceCompiler.Origin($"id of shape {ids.Shape.Name}", manifest.Id.Node, "id:" + path));
        if (!overrides.TryGetValue(path, out var found)) return FromSpec(path, name, schema, overrides, required);
        used.Add(path);
        if (required && Omission(found) is { } omission) omission.Report($"the spec requires '{path}'", "a value, or a spec that does not require it");
        switch (found.Kind)
        {
            case OverrideKind.Omit:
                return new AbsentNode(SourceCompiler.Origin("left out", found.Source));
            case OverrideKind.Null:
                if (!SourceCompiler.AllowsNull(schema)) found.Source.Report($"the spec allows no null at '{path}'", "omit, or a spec with nullable");
                return new ConstantNode(null, SourceCompiler.Origin("null", found.Source));
            default:
                return sources.Compile(found.Source, path, schema, found.Kind == OverrideKind.Field, () => FromSpec(path, name, schema, overrides, required));
        }
    }

    /// <summary>Where the manifest leaves a field out, of all customers or of some; null when it does not.</summary>
    private static ManifestNode? Omission(Override found) => found.Kind switch
    {
        OverrideKind.Omit => found.Source,
        OverrideKind.Null => null,
        _ => found.Source.Optional("omit"),
    };

    /// <summary>A field that the manifest says nothing of: its parts, its enum, or the fact that suits it.</summary>
    private PlanNode FromSpec(string path, string name, Schema? schema, Dictionary<string, Override> overrides, bool required)
    {
        if (schema is not null && (schema.Properties.Count > 0 || overrides.Keys.Any(key => key.StartsWith(path + ".", StringComparison.Ordinal))))
            return Object(path, schema, overrides, SchemaOrigin(schema));
        if (schema is { Enum.Count: > 0 })
        {
            var choices = schema.Enum.Select(PlanNode (value) => new ConstantNode(value, SchemaOrigin(schema))).ToList();
            return new ChoiceNode(choices, Chooser.OfEqual(scope.SeedOf(path, "enum"), choices.Count), SchemaOrigin(schema));
        }

        if (schema is { Format: "uuid" })
            return new IdNode(new CustomerIds("", scope.Population.Timeline, new UuidShape(StableHash.Of(scope.Population.Seed, "id:" + path))), SchemaOrigin(schema));
        if (FieldDefaults.FactFor(name, schema) is { } fact && scope.Population.Facts.Find(fact) is { } known)
            return new FactNode(known, schema is { Types: var t } && (t & SchemaType.Integer) != 0 ? FactForm.UnixSeconds : FactForm.Plain, SourceCompiler.AllowsNull(schema), SchemaOrigin(schema));
        if (schema?.Example is { } example) return new ConstantNode(example.DeepClone(), SchemaOrigin(schema));
        if (schema is { Nullable: true }) return new ConstantNode(null, SchemaOrigin(schema));
        if (required) scope.ReportSpec(schema, $"the manifest has no source for the required field '{path}'", $"customer: fields: {path}: <fact>");
        return new AbsentNode(SchemaOrigin(schema));
    }

    private PlanOrigin SchemaOrigin(Schema? schema) => new("from the spec", $"{scope.SpecFile}#{schema?.Pointer}");

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private enum OverrideKind
    {
        Field,
        Set,
        Omit,
        Null,
    }

    private sealed record Override(ManifestNode Source, OverrideKind Kind);
}
