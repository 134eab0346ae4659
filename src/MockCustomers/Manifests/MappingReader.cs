namespace MockCustomers.Manifests;

/// <summary>Reads what a manifest says of operations.</summary>
internal static class MappingReader
{
    public static IReadOnlyList<MappingManifest> Read(ManifestNode root) =>
        [.. (root.Required("mappings", "a map of operations to actions")?.Entries ?? []).Select(e => Mapping(e.Key, e.Value))];

    private static MappingManifest Mapping(string operation, ManifestNode node)
    {
        node.Allow(["action", "id", "paging", "body", "headers", "states", "expand", "filter", "faults", "versions", "source", .. WriteReader.Keys]);
        return new MappingManifest(
            operation,
            node.RequiredText("action", "what the operation does: fetch, list, …"),
            node.Text("id"),
            node.Optional("paging") is { } paging ? Paging(paging) : null,
            node.Optional("body")?.Json,
            HeaderReader.Read(node.Optional("headers")),
            node.Texts("states"),
            node.Optional("expand") is { } expand ? Expand(expand) : null,
            node.Optional("filter") is { } filter ? FilterManifestReader.Read(filter) : null,
            WriteReader.Read(node),
            ErrorsReader.Faults(node.Optional("faults")),
            (node.Optional("versions")?.Entries ?? []).ToDictionary(e => e.Key, e => Mapping(operation, e.Value)),
            node);
    }

    private static PagingManifest Paging(ManifestNode node)
    {
        node.Allow("style", "number", "offset", "size", "after", "before", "first", "fixed", "source");
        return new PagingManifest(
            node.RequiredText("style", "the way the list is cut: cursor, newest, offset, page"),
            node.Text("number"),
            node.Text("offset"),
            node.Text("size"),
            node.Text("after"),
            node.Text("before"),
            (int)(node.Number("first", 0, 1) ?? 1),
            (int)(node.Number("fixed", 1, 1000) ?? 100),
            node);
    }

    private static ExpandManifest Expand(ManifestNode node)
    {
        node.Allow("parameter", "fields", "source");
        return new ExpandManifest(
            node.RequiredText("parameter", "the query parameter that names the fields"), node.Texts("fields"), node);
    }
}
