using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Manifests;
using MockCustomers.Validation;

namespace MockCustomers.Building.Plans;

/// <summary>Reports the sources of a manifest whose values the spec does not allow.</summary>
internal static class SourceChecks
{
    /// <summary>A value as it is served.</summary>
    /// <param name="place">Where the manifest says so.</param>
    public static void Value(JsonNode? value, Schema? schema, ManifestNode place)
    {
        if (schema is null) return;
        var violations = new List<Violation>();
        SchemaValidator.Check(value, schema, "", "", violations);
        foreach (var violation in violations)
            place.Report($"{ManifestNode.Shown(value)} breaks the spec's {violation.Rule}", $"{violation.Rule}: {violation.Limit}");
    }

    /// <summary>Ids, by the first one: all are of one form.</summary>
    public static void Id(CustomerIds ids, string path, Schema? schema, ManifestNode place)
    {
        if (schema is null) return;
        var id = ids.Of(0);
        var violations = new List<Violation>();
        SchemaValidator.Check(JsonValue.Create(id), schema, "", path, violations);
        foreach (var violation in violations) Id(id, violation, $"'{path}'", place);
    }

    /// <summary>An id that breaks what the spec says of the place at which it stands.</summary>
    public static void Id(string id, Violation violation, string where, ManifestNode place) => place.Report(
        $"the id '{id}' breaks the spec's {violation.Rule} at {where}",
        violation.Rule == "type" ? $"a spec in which it is a string, not of type {violation.Limit}: ids of all shapes are" : $"{violation.Rule}: {violation.Limit}");

    /// <summary>A list of some things in a field.</summary>
    public static void List(string path, Schema? schema, ManifestNode place)
    {
        if (schema is null or { Types: SchemaType.None } || (schema.Types & SchemaType.Array) != 0) return;
        place.Report($"a list breaks the spec's type at '{path}'", "a source of one value; or a spec in which it is an array");
    }

    /// <summary>An item of such a list that is a map: each of its keys is a field of the item, so a source does not stand there by itself.</summary>
    /// <param name="sources">The keys by which sources begin.</param>
    public static void Item(ManifestNode item, Schema? schema, IReadOnlyCollection<string> sources, IReadOnlyCollection<string> fields)
    {
        foreach (var (word, _) in item.Entries.Where(entry => sources.Contains(entry.Key) && schema?.Property(entry.Key) is null))
        {
            item.Report($"an item cannot be a source: '{word}' would be a field of it", "constants, or objects whose fields have sources");
            return;
        }

        if (schema is null) return;
        if (schema.Types != SchemaType.None && (schema.Types & SchemaType.Object) == 0)
            item.Report("an object breaks the spec's type of the items", "constants of the type that the spec gives the items");
        foreach (var missing in schema.Required.Where(name => !fields.Contains(name)))
            item.Report($"the item has no '{missing}', which the spec requires", $"{missing}, here or in each");
    }
}
