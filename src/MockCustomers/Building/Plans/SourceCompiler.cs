using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Ids;
using MockCustomers.Manifests;
using MockCustomers.Plans;

namespace MockCustomers.Building.Plans;

/// <summary>Turns a source of a manifest into the node that writes it.</summary>
internal sealed class SourceCompiler(PlanScope scope, CustomerIds ids)
{
    private static readonly string[] Mains = ["fact", "const", "pick", "id", "range", "some"];
    private static readonly string[] Absences = ["null", "omit", "blank"];

    /// <summary>Compiles a source.</summary>
    /// <param name="source">Where it stands in the manifest.</param>
    /// <param name="path">The field's dotted path.</param>
    /// <param name="schema">The field's schema; null where the spec leaves it open.</param>
    /// <param name="bareIsFact">Whether a bare text names a fact; otherwise it is a constant.</param>
    /// <param name="self">Makes the field out of the spec, for a source that says only how often it is there.</param>
    public PlanNode Compile(ManifestNode source, string path, Schema? schema, bool bareIsFact, Func<PlanNode>? self = null)
    {
        if (source.AsText is { } word && bareIsFact) return Fact(source, word, null, schema);
        if (!source.IsMap) return Constant(source, schema);
        source.Allow([.. Mains, .. Absences, "form", "each", "least", "most", "share", "together", "later", "source"]);
        var mains = Mains.Where(key => source.Optional(key) is not null).ToList();
        if (mains.Count > 1 || (mains.Count == 0 && self is null))
        {
            source.Report($"a source has {(mains.Count == 0 ? "none" : "several")} of its keys", $"exactly one of: {string.Join(", ", Mains)}");
            return new ConstantNode(null, Origin("nothing", source));
        }

        var node = mains.Count == 0 ? self!() : Main(mains[0], source, path, schema);
        return WithAbsences(source, path, schema, WithLater(source, path, schema, node));
    }

    /// <summary>A value that becomes another one some time after the customer came into its state.</summary>
    private PlanNode WithLater(ManifestNode source, string path, Schema? schema, PlanNode first)
    {
        if (source.Optional("later") is not { } later) return first;
        later.Allow("const", "after", "source");
        if (later.Optional("const") is not { } value || later.Required("after", "how long after: P2D, or a distribution") is not { } place || LifecycleReader.After(place) is not { } after)
        {
            if (later.Optional("const") is null) later.Report("'const' is missing", "the value that it becomes");
            return first;
        }

        return new LaterNode(first, Constant(value, schema), after, scope.SeedOf(path, "later"), Origin("later another value", later, PlanScope.StreamOf(path, "later")));
    }

    public static PlanOrigin Origin(string words, ManifestNode source, string? stream = null) =>
        new(words, $"{source.File}#{source.Pointer}", stream);

    private PlanNode Main(string key, ManifestNode source, string path, Schema? schema)
    {
        var value = source.Optional(key)!;
        return key switch
        {
            "fact" => Fact(value, value.AsText ?? "", source, schema),
            "const" => Constant(value, schema),
            "pick" => Pick(value, path, schema),
            "id" => Id(value, path, schema),
            "range" => Range(value, path),
            _ => Some(source, value, path, schema),
        };
    }

    private PlanNode Fact(ManifestNode place, string name, ManifestNode? source, Schema? schema)
    {
        if (name == "id") return new IdNode(ids, Origin($"id of shape {ids.Shape.Name}", place, "id"));
        if (scope.Population.Facts.Find(name) is not { } fact)
        {
            place.Report($"unknown fact '{name}'", $"one of: id, {string.Join(", ", scope.Population.Facts.Names)}");
            return new ConstantNode(null, Origin("nothing", place));
        }

        var form = source?.Choice("form", FactFormNames.All) ?? DefaultForm(schema);
        return new FactNode(fact, form, AllowsNull(schema), Origin($"fact {name}", place, $"fact:{name}"));
    }

    /// <summary>Whether a field may be null: when the spec says so, or says nothing of the field's type.</summary>
    public static bool AllowsNull(Schema? schema) => schema is not { Types: not SchemaType.None, Nullable: false };

    /// <summary>An instant in a field of whole numbers is Unix time.</summary>
    private static FactForm DefaultForm(Schema? schema) =>
        schema is not null && (schema.Types & SchemaType.Integer) != 0 ? FactForm.UnixSeconds : FactForm.Plain;

    private static ConstantNode Constant(ManifestNode value, Schema? schema)
    {
        SourceChecks.Value(value.Json, schema, value);
        return new ConstantNode(value.Json, Origin("constant", value));
    }

    private PlanNode Pick(ManifestNode value, string path, Schema? schema)
    {
        var choices = new List<PlanNode>();
        var shares = new List<int>();
        if (value.IsMap)
        {
            foreach (var (text, share) in value.Shares())
            {
                var place = new ManifestNode(ValueOf(text, schema), value.File, $"{value.Pointer}/{text}", value.Diagnostics);
                choices.Add(Constant(place, schema));
                shares.Add(share);
            }
        }
        else
        {
            foreach (var item in value.Items)
            {
                choices.Add(Compile(item, path, schema, bareIsFact: false));
                shares.Add((int)(item.Number("share", 1, 1000) ?? 1));
            }
        }

        if (choices.Count == 0)
        {
            value.Report("there is nothing to pick from", "a map of values to shares, or a list of sources");
            return new ConstantNode(null, Origin("nothing", value));
        }

        return new ChoiceNode(choices, new Chooser(scope.SeedOf(path, "pick"), [.. shares]), Origin($"one of {choices.Count}", value, PlanScope.StreamOf(path, "pick")));
    }

    private PlanNode Id(ManifestNode value, string path, Schema? schema)
    {
        value.Allow("shape", "prefix", "letters", "stream", "source");
        var manifest = CustomerReader.Id(value);
        var stream = value.Text("stream") ?? path;
        if (IdBuilder.Build(manifest, scope.Population.Seed, stream, scope.Population.Timeline) is not { } made) return new ConstantNode(null, Origin("nothing", value));
        SourceChecks.Id(made, path, schema, value);
        return new IdNode(made, Origin($"id of shape {manifest.Shape}", value, $"id:{stream}"));
    }

    private RangeNode Range(ManifestNode value, string path)
    {
        value.Allow("least", "most");
        var least = value.Number("least", long.MinValue / 2, long.MaxValue / 2) ?? 0;
        var most = value.Number("most", long.MinValue / 2, long.MaxValue / 2) ?? least;
        if (most < least) value.Report($"most {most} is below least {least}", "most: at least as much as least");
        return new RangeNode(least, Math.Max(least, most), scope.SeedOf(path, "range"), Origin($"a number from {least} to {most}", value, PlanScope.StreamOf(path, "range")));
    }

    private ListNode Some(ManifestNode source, ManifestNode value, string path, Schema? schema)
    {
        SourceChecks.List(path, schema, value);
        var each = source.Optional("each")?.Entries ?? [];
        var items = value.Items.Select(item => Item(item, each, path, schema?.Items)).ToList();
        var least = (int)(source.Number("least", 0, items.Count) ?? 1);
        var most = (int)(source.Number("most", least, items.Count) ?? items.Count);
        var counts = new int[Math.Max(1, most - least + 1)];
        for (var i = 0; i < counts.Length; i++) counts[i] = least + i;
        var chooser = Chooser.OfEqual(scope.SeedOf(path, "count"), counts.Length);
        return new ListNode(items, counts, chooser, scope.SeedOf(path, "some"), Origin($"{least} to {most} of {items.Count}", value, PlanScope.StreamOf(path, "some")));
    }

    /// <summary>An item of a list: what it says of itself, and what is said of each.</summary>
    private PlanNode Item(ManifestNode item, IReadOnlyList<ManifestEntry> each, string path, Schema? schema)
    {
        if (!item.IsMap) return Constant(item, schema);
        var properties = new List<PlanProperty>();
        foreach (var (name, value) in item.Entries)
            properties.Add(new PlanProperty(name, Compile(value, $"{path}.{name}", schema?.Property(name), bareIsFact: false)));
        foreach (var (name, value) in each)
            properties.Add(new PlanProperty(name, Compile(value, $"{path}.{item.Pointer}.{name}", schema?.Property(name), bareIsFact: false)));
        SourceChecks.Item(item, schema, Mains, [.. properties.Select(p => p.Name)]);
        var order = schema?.Properties.Select(p => p.Name).ToList() ?? [];
        foreach (var property in properties.Where(p => schema is { AllowsMore: false } && !order.Contains(p.Name)))
            item.Report($"the spec has no '{property.Name}' here", $"one of: {string.Join(", ", order)}");
        var sorted = properties.OrderBy(p => order.IndexOf(p.Name) is var i && i < 0 ? int.MaxValue : i).ToList();
        return new ObjectNode(sorted, Origin("item", item));
    }

    private PlanNode WithAbsences(ManifestNode source, string path, Schema? schema, PlanNode node)
    {
        var choices = new List<PlanNode> { node };
        var shares = new List<int> { 100 };
        foreach (var (key, make) in new (string, Func<ManifestNode, PlanNode>)[]
        {
            ("null", place => new ConstantNode(null, Origin("null by share", place))),
            ("omit", place => new AbsentNode(Origin("absent by share", place))),
            ("blank", place => new ConstantNode("", Origin("blank by share", place))),
        })
        {
            if (source.Number(key, 1, 99) is not { } share) continue;
            if (key == "null" && !AllowsNull(schema))
                source.Report("the spec allows no null here", "omit or blank, or a spec with nullable");
            choices.Add(make(source.Optional(key)!));
            shares.Add((int)share);
            shares[0] -= (int)share;
        }

        if (choices.Count == 1) return node;
        if (shares[0] < 1)
        {
            source.Report("the shares of null, omit and blank leave nothing", "shares below 100 percent in all");
            shares[0] = 1;
        }

        var stream = source.Text("together") ?? path;
        return new ChoiceNode(
            choices, new Chooser(scope.SeedOf(stream, "presence"), [.. shares]),
            Origin("there by share", source, PlanScope.StreamOf(stream, "presence")));
    }

    /// <summary>A key of a map as the type that the spec asks for.</summary>
    private static JsonValue ValueOf(string text, Schema? schema)
    {
        var types = schema?.Types ?? SchemaType.None;
        if ((types & SchemaType.String) != 0 || types == SchemaType.None) return JsonValue.Create(text);
        if ((types & (SchemaType.Integer | SchemaType.Number)) != 0 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return JsonValue.Create(number);
        if ((types & SchemaType.Boolean) != 0 && bool.TryParse(text, out var flag)) return JsonValue.Create(flag);
        return JsonValue.Create(text);
    }
}
