using MockCustomers.Actions;
using MockCustomers.Manifests;
using MockCustomers.Writes;

namespace MockCustomers.Building.Operations;

/// <summary>Builds what an operation makes of requests that write, and of customers that requests name.</summary>
internal static class WriteRulesBuilder
{
    public static WriteRules Build(WriteManifest manifest) => new()
    {
        Unique = Unique(manifest),
        Hidden = manifest.Hidden,
        Ignore = manifest.Ignore,
        Wrap = [.. manifest.Wrap.Select(wrap => new WrapRule(wrap.Property, wrap.As, wrap.With))],
        State = manifest.State,
        Set = [.. manifest.Set.Select(set => new FieldConstant(set.Key, set.Value.Json))],
        Replace = manifest.Replace,
        Fresh = manifest.Fresh,
        Require = manifest.Require,
        NullsAreAbsent = manifest.NullsAreAbsent,
        KeepsOtherKinds = manifest.KeepsOtherKinds,
    };

    public static MoveRules Moves(WriteManifest manifest)
    {
        var moves = new List<Move>();
        foreach (var move in manifest.Moves) moves.Add(new Move(move.Name, move.From, move.To));
        return new MoveRules(manifest.By, moves, manifest.Otherwise);
    }

    public static TargetRules Target(MappingManifest mapping) => new(mapping.Write.Key, mapping.Write.IdIn, mapping.States, Unique(mapping.Write));

    /// <summary>Reports states that the vendor's customers do not have, and unique fields by which no customer can be found.</summary>
    public static void Check(MappingManifest mapping, CustomerManifest customer)
    {
        if (mapping.Action == "create" && mapping.States.Count > 0)
            mapping.Node.Report("'states' says nothing about a customer that is created", "state: the one in which it begins; unique: {field: [states]}: those in which a value is taken");
        var known = customer.States.Select(s => s.Name).ToList();
        var write = mapping.Write;
        var named = mapping.States.Concat(write.Moves.SelectMany(m => m.From)).Concat(write.Moves.Select(m => m.To).OfType<string>());
        named = named.Concat(write.Unique.SelectMany(u => u.States));
        if (write.State is { } first) named = named.Append(first);
        foreach (var state in named.Except(known))
            mapping.Node.Report($"unknown state '{state}'", $"one of: {string.Join(", ", known)}");
        foreach (var field in write.Unique.Select(u => u.Field).Where(u => !customer.Keys.Contains(u) && !write.Hidden.Contains(u)))
            mapping.Node.Report($"no customer can be found by '{field}'", $"customer: keys: [{field}]; or hidden: [{field}]");
    }

    private static List<UniqueRule> Unique(WriteManifest manifest) => [.. manifest.Unique.Select(unique => new UniqueRule(unique.Field, unique.States))];
}
