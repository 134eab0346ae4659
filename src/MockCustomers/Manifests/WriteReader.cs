using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>Reads what a mapping says of writing.</summary>
internal static class WriteReader
{
    public static readonly string[] Keys = ["unique", "hidden", "ignore", "wrap", "state", "set", "replace", "key", "idIn", "by", "moves", "from", "to", "fresh", "otherwise"];

    public static WriteManifest Read(ManifestNode node) => new(
        node.Texts("unique"),
        node.Texts("hidden"),
        node.Texts("ignore"),
        [.. (node.Optional("wrap")?.Entries ?? []).Select(e => Wrap(e.Key, e.Value))],
        node.Text("state"),
        node.Optional("set")?.Entries ?? [],
        node.Texts("replace"),
        [.. (node.Optional("key")?.Entries ?? []).Select(e => KeyValuePair.Create(e.Key, e.Value.AsText ?? ""))],
        node.Text("idIn"),
        node.Text("by"),
        Moves(node),
        node.Texts("fresh"),
        node.Choice("otherwise", FaultKinds.Words) ?? FaultKind.IllegalMove);

    private static WrapManifest Wrap(string property, ManifestNode node)
    {
        node.Allow("as", "with");
        return new WrapManifest(property, node.RequiredText("as", "the property that holds the item"), node.Optional("with")?.Json as JsonObject ?? []);
    }

    private static Dictionary<string, MoveManifest> Moves(ManifestNode node)
    {
        if (node.Optional("moves") is not { } moves) return new() { [""] = Move(node) };
        return moves.Entries.ToDictionary(
            e => e.Key,
            e =>
            {
                e.Value.Allow("from", "to", "source");
                return Move(e.Value);
            });
    }

    private static MoveManifest Move(ManifestNode node) => new(node.Texts("from"), node.Text("to"));
}
