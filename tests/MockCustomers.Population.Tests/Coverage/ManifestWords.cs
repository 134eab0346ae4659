using System.Text.Json.Nodes;

namespace MockCustomers.Population.Tests.Coverage;

/// <summary>What the manifest promises beside the spec: fields that are sometimes missing, things that go together, quirks.</summary>
internal sealed class ManifestWords
{
    private readonly List<(string Path, JsonNode Source)> sources = [];

    public ManifestWords(string vendor)
    {
        var manifest = YamlFile.Read(RepositoryFiles.Specs, vendor, "vendor.yaml");
        var customer = manifest["customer"]!.AsObject();
        Kinds = [.. Keys(customer["kinds"])];
        States = [.. Keys(customer["states"])];
        Quirks = [.. (customer["quirks"]?.AsArray() ?? []).Select(quirk => (string)quirk!["field"]!)];
        Expandable = [.. (manifest["mappings"]?.AsObject() ?? []).SelectMany(m => m.Value?["expand"]?["fields"]?.AsArray() ?? []).Select(f => (string)f!).Distinct()];
        foreach (var group in Groups(customer["kinds"]).Concat(Groups(customer["states"])).Append(customer["fields"]!.AsObject()))
            foreach (var (path, source) in group)
                if (source is not null) sources.Add((path, source));
    }

    public string[] Kinds { get; }

    public string[] States { get; }

    /// <summary>The fields that have one.</summary>
    public string[] Quirks { get; }

    /// <summary>Fields that are there for those who ask.</summary>
    public string[] Expandable { get; }

    /// <summary>Fields of which a share is null, missing or empty.</summary>
    public IEnumerable<Possibility> Absences =>
        from one in sources
        where one.Source is JsonObject
        from word in new[] { ("null", Possibility.Null), ("omit", Possibility.Absent), ("blank", "") }
        where one.Source[word.Item1] is not null
        select new Possibility(one.Path, word.Item2);

    /// <summary>Lists and the rows of things that go together in their items.</summary>
    public IEnumerable<(string Path, JsonObject Row)> Rows =>
        from one in sources
        where one.Source is JsonObject
        from row in one.Source["some"]?.AsArray() ?? []
        where row is JsonObject
        select (one.Path, row.AsObject());

    /// <summary>Constants of which some are picked: path and value.</summary>
    public IEnumerable<(string Path, JsonNode? Value)> Picks =>
        from one in sources
        where one.Source is JsonObject
        let pick = one.Source["pick"]
        from choice in pick is JsonArray list ? list.Where(c => c!.AsObject().ContainsKey("const")).Select(c => c!["const"]) : Keys(pick).Select(key => (JsonNode?)JsonValue.Create(key))
        select (one.Path, choice);

    private static IEnumerable<string> Keys(JsonNode? map) => (map as JsonObject ?? []).Select(pair => pair.Key);

    private static IEnumerable<JsonObject> Groups(JsonNode? groups) =>
        (groups as JsonObject ?? []).Select(group => group.Value?["set"] as JsonObject).OfType<JsonObject>();
}
