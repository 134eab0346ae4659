using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>Reads what a mapping says of filters.</summary>
internal static class FilterManifestReader
{
    private static readonly EnumNames<bool> Unknown = new() { ["refused"] = false, ["absent"] = true };

    public static FilterManifest Read(ManifestNode node)
    {
        node.Allow("equal", "any", "each", "expression", "grammar", "groups", "sort", "order", "select", "count", "unknown", "source");
        return new FilterManifest(
            Fields(node, "equal"),
            Fields(node, "any"),
            Fields(node, "each"),
            node.Text("expression"),
            node.Text("grammar"),
            Fields(node, "groups"),
            node.Text("sort"),
            node.Text("order"),
            node.Text("select"),
            node.Text("count"),
            node.Choice("unknown", Unknown) ?? false,
            node);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Fields(ManifestNode node, string key) =>
        [.. (node.Optional(key)?.Entries ?? []).Select(e => KeyValuePair.Create(e.Key, e.Value.AsText ?? ""))];
}
