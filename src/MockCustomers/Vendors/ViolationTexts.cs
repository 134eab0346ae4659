using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Templates;

namespace MockCustomers.Vendors;

/// <summary>Puts violations into a vendor's own words.</summary>
internal sealed class ViolationTexts
{
    private static readonly string[] Styles = ["byField", "first", "list", "listByField", "sentence"];
    private static readonly string[] Placeholders = ["field", "label", "limit", "value", "rule"];
    private readonly Dictionary<string, TextTemplate> texts;
    private readonly string style;

    public ViolationTexts(ErrorsManifest manifest)
    {
        style = manifest.ViolationStyle;
        texts = manifest.ViolationTexts.ToDictionary(t => t.Key, t => new TextTemplate(t.Value));
        foreach (var text in texts.Values) BodyTemplate.Check(text, manifest.Node, Placeholders);
        if (!Styles.Contains(style))
            manifest.Node.Report($"'{style}' is no style of violations", $"violations: style: one of: {string.Join(", ", Styles)}");
    }

    /// <summary>Writes violations as the style has it; false when there is nothing to say.</summary>
    public bool Write(IReadOnlyList<Violation> violations, JsonBuffer json)
    {
        var told = Told(violations);
        if (told.Count == 0) return false;
        switch (style)
        {
            case "sentence":
                json.String(Sentence(violations));
                return true;
            case "list":
                Array(told.Select(v => v.Text), json);
                return true;
            default:
                Object(told, json);
                return true;
        }
    }

    /// <summary>All violations in one text.</summary>
    public string Sentence(IReadOnlyList<Violation> violations) => string.Join(" ", Told(violations).Select(v => v.Text));

    private List<(string Field, string Text)> Told(IReadOnlyList<Violation> violations)
    {
        var told = violations.Select(v => (v.Field, Text: Text(v))).Where(v => v.Text.Length > 0);
        return [.. style == "first" ? told.Take(1) : told];
    }

    private string Text(Violation violation)
    {
        var template = texts.GetValueOrDefault($"{violation.Field}.{violation.Rule}")
            ?? texts.GetValueOrDefault(violation.Rule)
            ?? texts.GetValueOrDefault("default");
        return template?.Fill(new Values(violation)) ?? $"{violation.Field} breaks {violation.Rule} {violation.Limit}".TrimEnd();
    }

    private void Object(List<(string Field, string Text)> told, JsonBuffer json)
    {
        json.Raw((byte)'{');
        var first = true;
        foreach (var field in told.GroupBy(v => v.Field))
        {
            if (!first) json.Raw((byte)',');
            first = false;
            json.String(field.Key);
            json.Raw((byte)':');
            if (style == "listByField") Array(field.Select(v => v.Text), json);
            else json.String(field.First().Text);
        }

        json.Raw((byte)'}');
    }

    private static void Array(IEnumerable<string> texts, JsonBuffer json)
    {
        json.Raw((byte)'[');
        var first = true;
        foreach (var text in texts)
        {
            if (!first) json.Raw((byte)',');
            first = false;
            json.String(text);
        }

        json.Raw((byte)']');
    }

    private sealed class Values(Violation violation) : ITemplateValues
    {
        public bool Write(string name, JsonBuffer json)
        {
            json.String(Text(name));
            return true;
        }

        public string? Text(string name) => name switch
        {
            "field" => violation.Field,
            "label" => violation.Field.Replace('_', ' '),
            "limit" => violation.Limit,
            "value" => violation.Value,
            _ => violation.Rule,
        };
    }
}
