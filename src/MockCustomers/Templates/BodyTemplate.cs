using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;

namespace MockCustomers.Templates;

/// <summary>The body of a reply: JSON in which {placeholders} stand for what the request brings.</summary>
/// <remarks>
/// A text that is nothing but a placeholder becomes its value, whatever its type, and a property that it leaves empty is left
/// out; inside a longer text a placeholder becomes text. A template that is a text as a whole is a plain-text body.
/// </remarks>
internal sealed class BodyTemplate
{
    private readonly List<string> placeholders = [];
    private readonly Action<ITemplateValues, JsonBuffer> write;

    /// <param name="template">As the manifest has it.</param>
    public BodyTemplate(JsonNode? template)
    {
        if (template?.GetValueKind() == JsonValueKind.String && new TextTemplate(template.GetValue<string>()) is { Sole: null } text)
        {
            placeholders.AddRange(text.Placeholders);
            write = (values, json) => json.Raw(text.Fill(values));
            return;
        }

        var node = Node(template);
        write = (values, json) => node(values, json);
    }

    /// <summary>Every placeholder's name, in the order in which they stand.</summary>
    public IReadOnlyList<string> Placeholders => placeholders;

    public void Write(ITemplateValues values, JsonBuffer json) => write(values, json);

    private Func<ITemplateValues, JsonBuffer, bool> Node(JsonNode? node) => node switch
    {
        JsonObject map => Object(map),
        JsonArray list => Array(list),
        not null when node.GetValueKind() == JsonValueKind.String => Text(node.GetValue<string>()),
        _ => Constant(node),
    };

    private Func<ITemplateValues, JsonBuffer, bool> Object(JsonObject map)
    {
        var properties = new List<Property>();
        foreach (var (key, value) in map) properties.Add(new Property(PlainJson.Name(key), Node(value)));
        return (values, json) =>
        {
            json.Raw((byte)'{');
            var start = json.Length;
            foreach (var (key, value) in properties)
            {
                var before = json.Length;
                if (before > start) json.Raw((byte)',');
                json.Raw((byte)'"');
                json.Raw(key.EncodedUtf8Bytes);
                json.Raw("\":"u8);
                if (!value(values, json)) json.Truncate(before);
            }

            json.Raw((byte)'}');
            return true;
        };
    }

    private Func<ITemplateValues, JsonBuffer, bool> Array(JsonArray list)
    {
        var items = list.Select(item => Node(item)).ToArray();
        return (values, json) =>
        {
            json.Raw((byte)'[');
            var start = json.Length;
            foreach (var item in items)
            {
                var before = json.Length;
                if (before > start) json.Raw((byte)',');
                if (!item(values, json)) json.Truncate(before);
            }

            json.Raw((byte)']');
            return true;
        };
    }

    private Func<ITemplateValues, JsonBuffer, bool> Text(string text)
    {
        var template = new TextTemplate(text);
        placeholders.AddRange(template.Placeholders);
        if (template.IsPlain) return Constant(JsonValue.Create(text));
        if (template.Sole is { } name) return (values, json) => values.Write(name, json);
        return (values, json) =>
        {
            json.String(template.Fill(values));
            return true;
        };
    }

    private static Func<ITemplateValues, JsonBuffer, bool> Constant(JsonNode? node)
    {
        var bytes = PlainJson.Bytes(node);
        return (_, json) =>
        {
            json.Raw(bytes);
            return true;
        };
    }

    private sealed record Property(JsonEncodedText Key, Func<ITemplateValues, JsonBuffer, bool> Value);
}
