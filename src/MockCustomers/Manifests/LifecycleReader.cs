using System.Text.Json.Nodes;
using MockCustomers.Delays;
using MockCustomers.Diagnostics;

namespace MockCustomers.Manifests;

/// <summary>Reads what a manifest says of moves between states.</summary>
internal static class LifecycleReader
{
    /// <summary>No customer waits longer: ten years.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public static LifecycleManifest Read(ManifestNode node)
    {
        node.Allow("first", "moves", "created", "sentinels", "source");
        return new LifecycleManifest(
            node.Text("first"),
            [.. (node.Required("moves", "a list of legal moves: {from: [states], to: state}")?.Items ?? []).Select(Move)],
            node.Optional("created") is { } created ? Destination(created) : null,
            node.Optional("sentinels") is { } sentinels ? Sentinels(sentinels) : null,
            node);
    }

    /// <summary>Reads how long something takes.</summary>
    public static Delay? After(ManifestNode node) => DelayReader.Read(new JsonPlace(node.Json, node.File, node.Pointer, node.Diagnostics), Longest);

    private static LegalMoveManifest Move(ManifestNode node)
    {
        node.Allow("from", "to", "after", "share", "source");
        if (node.Optional("from") is null) node.Report("'from' is missing", "the states in which the move is legal");
        var after = node.Optional("after") is { } place ? After(place) : null;
        if (node.Optional("after") is null && node.Optional("share") is { } share) share.Report("a move that no customer makes by itself has no share", "after: how long it takes; or no share");
        return new LegalMoveManifest(
            node.Texts("from"), node.RequiredText("to", "the state to which it leads"), after, (int)(node.Number("share", 1, 100) ?? 100), node);
    }

    private static DestinationManifest Destination(ManifestNode node)
    {
        node.Allow("to", "pace", "source");
        return new DestinationManifest(node.RequiredText("to", "the state in which the customer stays"), (int)(node.Number("pace", 1, 100_000) ?? 100), node);
    }

    private static SentinelsManifest Sentinels(ManifestNode node)
    {
        node.Allow("field", "values", "source");
        var values = node.Required("values", "a map of values to destinations") ?? new ManifestNode(new JsonObject(), node.File, node.Pointer, node.Diagnostics);
        return new SentinelsManifest(
            node.RequiredText("field", "the field whose value is looked at, one of the keys of customers"),
            [.. values.Entries.Select(entry => new SentinelManifest(entry.Key, Destination(entry.Value)))],
            node);
    }
}
