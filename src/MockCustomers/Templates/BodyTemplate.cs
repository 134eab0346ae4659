using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Templates;

/// <summary>The body of a reply as a manifest writes it: JSON in which {placeholders} stand for what the request brings.</summary>
/// <remarks>
/// A text that is nothing but a placeholder becomes its value, whatever its type, and a property that it leaves empty is left
/// out; inside a longer text a placeholder becomes text. A template that is a text as a whole is a plain-text body.
/// </remarks>
public sealed class BodyTemplate
{
    private readonly Action<ITemplateValues, JsonBuffer> write;

    private BodyTemplate(Action<ITemplateValues, JsonBuffer> write) => this.write = write;

    /// <summary>Compiles a template, reporting every placeholder that is not among the known ones.</summary>
    /// <param name="place">Where the template stands, for diagnostics.</param>
    public static BodyTemplate Compile(JsonNode? template, ManifestNode place, IReadOnlyCollection<string> known)
    {
        if (template?.GetValueKind() == JsonValueKind.String && new TextTemplate(template.GetValue<string>()) is { Sole: null } text)
        {
            Check(text, place, known);
            return new BodyTemplate((values, json) => json.Raw(text.Fill(values)));
        }

        var node = Node(template, place, known);
        return new BodyTemplate((values, json) => node(values, json));
    }

    public void Write(ITemplateValues values, JsonBuffer json) => write(values, json);

    /// <summary>Reports the placeholders of a text that are not among the known ones.</summary>
    public static void Check(TextTemplate text, ManifestNode place, IReadOnlyCollection<string> known)
    {
        foreach (var name in text.Placeholders.Where(name => !IsKnown(name, known)))
            place.Report($"'{{{name}}}' stands for nothing here", $"one of: {string.Join(", ", known.Order(StringComparer.Ordinal).Select(n => $"{{{n}}}"))}");
    }

    /// <summary>A known name may end in a star: customer.* is every field of a customer.</summary>
    private static bool IsKnown(string name, IReadOnlyCollection<string> known) =>
        known.Any(k => k == name || (k.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(k[..^1], StringComparison.Ordinal)));

    private static Func<ITemplateValues, JsonBuffer, bool> Node(JsonNode? node, ManifestNode place, IReadOnlyCollection<string> known) => node switch
    {
        JsonObject map => Object(map, place, known),
        JsonArray list => Array(list, place, known),
        not null when node.GetValueKind() == JsonValueKind.String => Text(node.GetValue<string>(), place, known),
        _ => Constant(node),
    };

    private static Func<ITemplateValues, JsonBuffer, bool> Object(JsonObject map, ManifestNode place, IReadOnlyCollection<string> known)
    {
        var properties = new List<Property>();
        foreach (var (key, value) in map) properties.Add(new Property(JsonEncodedText.Encode(key), Node(value, place, known)));
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

    private static Func<ITemplateValues, JsonBuffer, bool> Array(JsonArray list, ManifestNode place, IReadOnlyCollection<string> known)
    {
        var items = list.Select(item => Node(item, place, known)).ToArray();
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

    private static Func<ITemplateValues, JsonBuffer, bool> Text(string text, ManifestNode place, IReadOnlyCollection<string> known)
    {
        var template = new TextTemplate(text);
        Check(template, place, known);
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
