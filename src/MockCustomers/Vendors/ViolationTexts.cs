using MockCustomers.Exchange;
using MockCustomers.Templates;

namespace MockCustomers.Vendors;

/// <summary>Writes violations as a vendor words them.</summary>
/// <param name="texts">The text for a field's broken keyword ("limit.minimum"), for a keyword ("minimum"), or "default"; an empty one is left out.</param>
/// <param name="labels">What {label} says of a field; a field without one is its name with spaces for underscores.</param>
/// <param name="codes">What {code} says of a keyword; "default" for the others.</param>
/// <param name="item">For the style objects: the template of each.</param>
internal sealed class ViolationTexts(
    ViolationStyle style, IReadOnlyDictionary<string, TextTemplate> texts, IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> codes, BodyTemplate? item)
{
    /// <summary>What a text can say.</summary>
    public static readonly string[] Placeholders = ["field", "label", "limit", "value", "rule", "received", "choices", "schema"];

    /// <summary>What an object of the style objects can say.</summary>
    public static readonly string[] ItemPlaceholders = [.. Placeholders, "text", "code", "path"];

    /// <summary>Writes violations as the style has it; false when there is nothing to write.</summary>
    /// <param name="schema">The name of the body's schema.</param>
    public bool Write(IReadOnlyList<Violation> violations, string schema, JsonBuffer json)
    {
        var all = TextsOf(violations, schema);
        if (all.Count == 0) return false;
        switch (style)
        {
            case ViolationStyle.Sentence or ViolationStyle.FirstSentence:
                json.String(Sentence(violations, schema));
                break;
            case ViolationStyle.List:
                Array(all, one => json.String(one.Text), json);
                break;
            case ViolationStyle.Objects:
                Array(all, one => item!.Write(new ViolationValues(one.Violation, one.Text, this, schema), json), json);
                break;
            default:
                Object(all, json);
                break;
        }

        return true;
    }

    /// <summary>The violations in one text.</summary>
    public string Sentence(IReadOnlyList<Violation> violations, string schema) => string.Join(" ", TextsOf(violations, schema).Select(one => one.Text));

    /// <summary>What {label} says of a field.</summary>
    public string LabelOf(string field) => labels.GetValueOrDefault(field) ?? field.Replace('_', ' ');

    /// <summary>What {code} says of a keyword; null for nothing.</summary>
    public string? CodeOf(string rule) => codes.GetValueOrDefault(rule) ?? codes.GetValueOrDefault("default");

    private List<ViolationText> TextsOf(IReadOnlyList<Violation> violations, string schema)
    {
        var all = new List<ViolationText>(violations.Count);
        foreach (var violation in violations)
        {
            var text = Text(violation, schema);
            if (text.Length > 0) all.Add(new ViolationText(violation, text, labels.GetValueOrDefault(violation.Field) ?? violation.Field));
            if (all.Count > 0 && style is ViolationStyle.First or ViolationStyle.FirstSentence) break;
        }

        return all;
    }

    private string Text(Violation violation, string schema)
    {
        var template = texts.GetValueOrDefault($"{violation.Field}.{violation.Rule}")
            ?? texts.GetValueOrDefault(violation.Rule)
            ?? texts.GetValueOrDefault("default");
        return template?.Fill(new ViolationValues(violation, "", this, schema)) ?? $"{violation.Field} breaks {violation.Rule} {violation.Limit}".TrimEnd();
    }

    private void Object(List<ViolationText> all, JsonBuffer json)
    {
        json.Raw((byte)'{');
        for (var i = 0; i < all.Count; i++)
        {
            var key = all[i].Key;
            if (all.FindIndex(other => other.Key == key) < i) continue;
            if (i > 0) json.Raw((byte)',');
            json.String(key);
            json.Raw((byte)':');
            if (style == ViolationStyle.ListByField) Array(all.FindAll(other => other.Key == key), one => json.String(one.Text), json);
            else json.String(all[i].Text);
        }

        json.Raw((byte)'}');
    }

    private static void Array(List<ViolationText> all, Action<ViolationText> write, JsonBuffer json)
    {
        json.Raw((byte)'[');
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0) json.Raw((byte)',');
            write(all[i]);
        }

        json.Raw((byte)']');
    }

    /// <summary>A violation and its text.</summary>
    /// <param name="Key">What the vendor calls its field.</param>
    private sealed record ViolationText(Violation Violation, string Text, string Key);
}
