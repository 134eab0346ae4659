using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>Reads what a manifest says of customers.</summary>
internal static class CustomerReader
{
    private static readonly EnumNames<Subject> Subjects = new() { ["person"] = Subject.Person, ["company"] = Subject.Company };

    private static readonly EnumNames<bool> Letters = new() { ["lower"] = true, ["upper"] = false };

    public static CustomerManifest Read(ManifestNode root)
    {
        var node = root.Required("customer", "what customers are made of: operation, id, countries, fields")
            ?? new ManifestNode(new JsonObject(), root.File, "/customer", new Diagnostics.DiagnosticBag());
        node.Allow("operation", "at", "id", "countries", "kinds", "states", "fields", "quirks", "keys", "population", "lifecycle", "source");
        var countries = node.Required("countries", "ISO 3166-1 alpha-2 codes with their shares")?.Shares() ?? [];
        return new CustomerManifest(
            node.RequiredText("operation", "the operation whose success response is a customer"),
            node.Text("at"),
            Id(node.Required("id", "field, shape, prefix") ?? node, "field", "shape", "prefix", "letters", "source"),
            countries,
            Groups(node.Optional("kinds"), "subject"),
            Groups(node.Optional("states"), "kinds"),
            node.Optional("fields")?.Entries ?? [],
            [.. (node.Optional("quirks")?.Items ?? []).Select(Quirk)],
            node.Texts("keys"),
            node.Number("population", 0, Population.Largest),
            node.Optional("lifecycle") is { } lifecycle ? LifecycleReader.Read(lifecycle) : null,
            node);
    }

    /// <summary>Reads an id's form.</summary>
    public static IdManifest Id(ManifestNode node, params string[] keys)
    {
        if (keys.Contains("field") && node.Optional("operation") is null) node.Allow(keys);
        return new IdManifest(
            node.Text("field"),
            node.Text("shape") ?? "uuid",
            node.Text("prefix") ?? "",
            node.Choice("letters", Letters) ?? false,
            node);
    }

    private static IReadOnlyList<GroupManifest> Groups(ManifestNode? node, string own) =>
        node is null ? [] : [.. node.Entries.Select(e => Group(e.Key, e.Value, own))];

    private static GroupManifest Group(string name, ManifestNode node, string own)
    {
        node.Allow("share", own, "set", "omit", "null", "source");
        return new GroupManifest(
            name,
            (int)(node.Number("share", 1, 1000) ?? 1),
            node.Choice("subject", Subjects) ?? Subject.Person,
            own == "kinds" ? node.Texts("kinds") : [],
            node.Optional("set")?.Entries ?? [],
            Paths(node, "omit"),
            Paths(node, "null"),
            node);
    }

    private static IReadOnlyList<ManifestEntry> Paths(ManifestNode node, string key) =>
        [.. (node.Optional(key)?.Items ?? []).Select(item => new ManifestEntry(item.AsText ?? "", item))];

    private static QuirkManifest Quirk(ManifestNode node)
    {
        node.Allow("field", "share", "as", "source");
        return new QuirkManifest(
            node.RequiredText("field", "a field's dotted path"),
            (int)(node.Number("share", 1, 50) ?? 1),
            node.Required("as", "the source in place of the field's own") ?? node,
            node);
    }
}
