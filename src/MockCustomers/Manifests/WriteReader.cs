using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>Reads what a mapping says of writing.</summary>
internal static class WriteReader
{
    public static readonly string[] Keys = ["unique", "hidden", "ignore", "wrap", "state", "set", "replace", "key", "idIn", "by", "moves", "from", "to", "fresh", "otherwise", "require", "nulls", "otherKinds"];

    private static readonly EnumNames<bool> Nulls = new() { ["absent"] = true, ["kept"] = false };

    private static readonly EnumNames<bool> OtherKinds = new() { ["dropped"] = false, ["kept"] = true };

    public static WriteManifest Read(ManifestNode node) => new(
        Unique(node),
        node.Texts("hidden"),
        node.Texts("ignore"),
        [.. (node.Optional("wrap")?.Entries ?? []).Select(e => Wrap(e.Key, e.Value))],
        node.Text("state"),
        node.Optional("set")?.Entries ?? [],
        node.Texts("replace"),
        node.Fields("key"),
        node.Text("idIn"),
        node.Text("by"),
        Moves(node),
        node.Texts("fresh"),
        node.Choice("otherwise", FaultKinds.Names) ?? FaultKind.IllegalMove,
        (node.Optional("require")?.Entries ?? []).ToDictionary(e => e.Key, e => node.Optional("require")!.Texts(e.Key)),
        node.Choice("nulls", Nulls) ?? false,
        node.Choice("otherKinds", OtherKinds) ?? false);

    /// <summary>A list of fields, or a map of each to the states in which it counts.</summary>
    private static IReadOnlyList<UniqueManifest> Unique(ManifestNode node)
    {
        if (node.Optional("unique") is not { IsMap: true } map) return [.. node.Texts("unique").Select(field => new UniqueManifest(field, []))];
        return [.. map.Entries.Select(e => new UniqueManifest(e.Key, map.Texts(e.Key)))];
    }

    private static WrapManifest Wrap(string property, ManifestNode node)
    {
        node.Allow("as", "with");
        return new WrapManifest(property, node.RequiredText("as", "the property that holds the item"), node.Optional("with")?.Json as JsonObject ?? []);
    }

    private static IReadOnlyList<MoveManifest> Moves(ManifestNode node)
    {
        if (node.Optional("moves") is not { } moves) return [Move("", node)];
        foreach (var (_, move) in moves.Entries) move.Allow("from", "to", "source");
        return [.. moves.Entries.Select(e => Move(e.Key, e.Value))];
    }

    private static MoveManifest Move(string name, ManifestNode node) => new(name, node.Texts("from"), node.Text("to"));
}
