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
            node.Fields("equal"),
            node.Fields("any"),
            node.Fields("each"),
            node.Text("expression"),
            node.Text("grammar"),
            node.Fields("groups"),
            node.Text("sort"),
            node.Text("order"),
            node.Text("select"),
            node.Text("count"),
            node.Choice("unknown", Unknown) ?? false,
            node);
    }
}
