using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Templates;

namespace MockCustomers.Vendors;

/// <summary>Puts violations into a vendor's own words.</summary>
internal sealed class ViolationTexts
{
    private static readonly string[] Styles = ["byField", "first", "firstSentence", "list", "listByField", "objects", "sentence"];
    private static readonly string[] Placeholders = ["field", "label", "limit", "value", "rule", "received", "choices", "schema"];
    private static readonly string[] ItemPlaceholders = [.. Placeholders, "text", "code", "path"];
    private readonly ViolationsManifest manifest;
    private readonly Dictionary<string, TextTemplate> texts;
    private readonly BodyTemplate? item;

    public ViolationTexts(ViolationsManifest manifest)
    {
        this.manifest = manifest;
        texts = manifest.Texts.ToDictionary(t => t.Key, t => new TextTemplate(t.Value));
        foreach (var text in texts.Values) BodyTemplate.Check(text, manifest.Node, Placeholders);
        if (!Styles.Contains(manifest.Style))
            manifest.Node.Report($"'{manifest.Style}' is no style of violations", $"style: one of: {string.Join(", ", Styles)}");
        if (manifest.Item is not null) item = BodyTemplate.Compile(manifest.Item, manifest.Node, ItemPlaceholders);
        else if (manifest.Style == "objects") manifest.Node.Report("the style objects needs an item", "item: {message: \"{text}\", path: \"{path}\"}");
    }

    /// <summary>Writes violations as the style has it; false when there is nothing to say.</summary>
    /// <param name="schema">The name of the body's schema.</param>
    public bool Write(IReadOnlyList<Violation> violations, string schema, JsonBuffer json)
    {
        var told = Tell(violations, schema);
        if (told.Count == 0) return false;
        switch (manifest.Style)
        {
            case "sentence" or "firstSentence":
                json.String(Sentence(violations, schema));
                break;
            case "list":
                Array(told, one => json.String(one.Text), json);
                break;
            case "objects":
                Array(told, one => item!.Write(new Values(one.Violation, one.Text, this, schema), json), json);
                break;
            default:
                Object(told, json);
                break;
        }

        return true;
    }

    /// <summary>The violations in one text.</summary>
    public string Sentence(IReadOnlyList<Violation> violations, string schema) => string.Join(" ", Tell(violations, schema).Select(told => told.Text));

    private List<Told> Tell(IReadOnlyList<Violation> violations, string schema)
    {
        var all = new List<Told>(violations.Count);
        foreach (var violation in violations)
        {
            var text = Text(violation, schema);
            if (text.Length > 0) all.Add(new Told(violation, text, manifest.Labels.GetValueOrDefault(violation.Field) ?? violation.Field));
            if (all.Count > 0 && manifest.Style is "first" or "firstSentence") break;
        }

        return all;
    }

    private string Text(Violation violation, string schema)
    {
        var template = texts.GetValueOrDefault($"{violation.Field}.{violation.Rule}")
            ?? texts.GetValueOrDefault(violation.Rule)
            ?? texts.GetValueOrDefault("default");
        return template?.Fill(new Values(violation, "", this, schema)) ?? $"{violation.Field} breaks {violation.Rule} {violation.Limit}".TrimEnd();
    }

    private string Label(string field) => manifest.Labels.GetValueOrDefault(field) ?? field.Replace('_', ' ');

    private void Object(List<Told> told, JsonBuffer json)
    {
        json.Raw((byte)'{');
        for (var i = 0; i < told.Count; i++)
        {
            var key = told[i].Key;
            if (told.FindIndex(other => other.Key == key) < i) continue;
            if (i > 0) json.Raw((byte)',');
            json.String(key);
            json.Raw((byte)':');
            if (manifest.Style == "listByField") Array(told.FindAll(other => other.Key == key), one => json.String(one.Text), json);
            else json.String(told[i].Text);
        }

        json.Raw((byte)'}');
    }

    private static void Array(List<Told> told, Action<Told> write, JsonBuffer json)
    {
        json.Raw((byte)'[');
        for (var i = 0; i < told.Count; i++)
        {
            if (i > 0) json.Raw((byte)',');
            write(told[i]);
        }

        json.Raw((byte)']');
    }

    /// <summary>A violation in words.</summary>
    /// <param name="Key">What the vendor calls its field.</param>
    private sealed record Told(Violation Violation, string Text, string Key);

    private sealed class Values(Violation violation, string text, ViolationTexts texts, string schema) : ITemplateValues
    {
        public bool Write(string name, JsonBuffer json)
        {
            if (name == "path") json.Raw(new JsonArray([.. Path().Select(JsonNode? (part) => part)]).ToJsonString());
            else json.String(Text(name));
            return true;
        }

        public string? Text(string name) => name switch
        {
            "field" => violation.Field,
            "label" => texts.Label(violation.Field),
            "limit" => violation.Limit,
            "value" => violation.Value,
            "received" => violation.Received,
            "choices" => string.Join(" | ", violation.Limit.Split(", ").Select(c => $"'{c}'")),
            "schema" => schema,
            "text" => text,
            "code" => texts.manifest.Codes.GetValueOrDefault(violation.Rule) ?? texts.manifest.Codes.GetValueOrDefault("default"),
            "path" => string.Join('.', Path()),
            _ => violation.Rule,
        };

        /// <summary>Where in the body or among the parameters, without saying which.</summary>
        private IEnumerable<string> Path() => violation.Rule == "additionalProperties" ? [] : violation.Pointer.Split('/').Skip(2);
    }
}
