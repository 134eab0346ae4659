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
        var told = Told(violations, schema);
        if (told.Count == 0) return false;
        switch (manifest.Style)
        {
            case "sentence" or "firstSentence":
                json.String(Sentence(violations, schema));
                break;
            case "list":
                Array(told, told => json.String(told.Text), json);
                break;
            case "objects":
                Array(told, told => item!.Write(new Values(told.Violation, told.Text, this, schema), json), json);
                break;
            default:
                Object(told, json);
                break;
        }

        return true;
    }

    /// <summary>The violations in one text.</summary>
    public string Sentence(IReadOnlyList<Violation> violations, string schema) => string.Join(" ", Told(violations, schema).Select(v => v.Text));

    private List<(Violation Violation, string Text)> Told(IReadOnlyList<Violation> violations, string schema)
    {
        var told = violations.Select(v => (v, Text: Text(v, schema))).Where(v => v.Text.Length > 0);
        return [.. manifest.Style is "first" or "firstSentence" ? told.Take(1) : told];
    }

    private string Text(Violation violation, string schema)
    {
        var template = texts.GetValueOrDefault($"{violation.Field}.{violation.Rule}")
            ?? texts.GetValueOrDefault(violation.Rule)
            ?? texts.GetValueOrDefault("default");
        return template?.Fill(new Values(violation, "", this, schema)) ?? $"{violation.Field} breaks {violation.Rule} {violation.Limit}".TrimEnd();
    }

    private string Label(string field) => manifest.Labels.GetValueOrDefault(field) ?? field.Replace('_', ' ');

    private void Object(List<(Violation Violation, string Text)> told, JsonBuffer json)
    {
        json.Raw((byte)'{');
        var first = true;
        foreach (var field in told.GroupBy(v => manifest.Labels.GetValueOrDefault(v.Violation.Field) ?? v.Violation.Field))
        {
            if (!first) json.Raw((byte)',');
            first = false;
            json.String(field.Key);
            json.Raw((byte)':');
            if (manifest.Style == "listByField") Array(field, told => json.String(told.Text), json);
            else json.String(field.First().Text);
        }

        json.Raw((byte)'}');
    }

    private static void Array<T>(IEnumerable<T> items, Action<T> write, JsonBuffer json)
    {
        json.Raw((byte)'[');
        var first = true;
        foreach (var one in items)
        {
            if (!first) json.Raw((byte)',');
            first = false;
            write(one);
        }

        json.Raw((byte)']');
    }

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
