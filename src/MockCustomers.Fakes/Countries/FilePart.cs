using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Fakes.Countries;

/// <summary>A group of keys of a country file: hands out their values and notes every mistake where it stands.</summary>
/// <remarks>What is missing or wrong reads as empty, so that the reading goes on and finds the next mistake.</remarks>
internal sealed class FilePart
{
    private readonly string file;
    private readonly string pointer;
    private readonly JsonObject? keys;
    private readonly DiagnosticBag diagnostics;
    private readonly List<string> known = [];

    private FilePart(string file, string pointer, JsonObject? keys, DiagnosticBag diagnostics)
    {
        this.file = file;
        this.pointer = pointer;
        this.keys = keys;
        this.diagnostics = diagnostics;
    }

    /// <summary>The keys under a node; none, and a mistake noted, when the node is not a group of keys.</summary>
    public static FilePart Of(string file, string pointer, JsonNode? node, DiagnosticBag diagnostics)
    {
        if (node is not JsonObject) diagnostics.Add(file, pointer, $"{Shown(node)} is not a group of keys", "keys and values");
        return new FilePart(file, pointer, node as JsonObject, diagnostics);
    }

    /// <param name="right">What would be right.</param>
    /// <param name="fits">What the text must pass; null for any that is not blank.</param>
    public string Text(string key, string right, Func<string, bool>? fits = null)
    {
        var node = Required(key, right);
        return node is null ? "" : TextOf(node, key, null, right, fits);
    }

    /// <summary>null when the key is missing or null.</summary>
    public string? OptionalText(string key, string right, Func<string, bool>? fits = null)
    {
        var node = Find(key);
        return node is null ? null : TextOf(node, key, null, right, fits);
    }

    /// <summary>null when the key is missing or null.</summary>
    /// <param name="right">Asked where something is wrong, and only there: it takes long.</param>
    public string? OptionalText(string key, Func<string> right, Func<string, bool> fits)
    {
        if (Find(key) is not { } node) return null;
        return node.GetValueKind() == JsonValueKind.String && IsRight(node.GetValue<string>(), fits) ? node.GetValue<string>() : TextOf(node, key, null, right(), fits);
    }

    public IReadOnlyList<string> Texts(string key, string right, Func<string, bool>? fits = null)
    {
        var node = Required(key, right);
        return node is null ? [] : TextsOf(node, key, right, fits);
    }

    /// <summary>Empty when the key is missing or null.</summary>
    public IReadOnlyList<string> OptionalTexts(string key, string right, Func<string, bool>? fits = null)
    {
        var node = Find(key);
        return node is null ? [] : TextsOf(node, key, right, fits);
    }

    /// <summary>The key "share".</summary>
    public int Share()
    {
        const string right = "a whole number, 1 or more";
        var node = Required("share", right);
        if (node is null) return 1;
        if (node.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue(out long share) && share is >= 1 and <= int.MaxValue) return (int)share;
        Wrong("share", $"{Shown(node)} is not a share", right);
        return 1;
    }

    public FilePart Part(string key)
    {
        var node = Required(key, "keys and values");
        return node is null ? new FilePart(file, Under(key), null, diagnostics) : Of(file, Under(key), node, diagnostics);
    }

    /// <summary>null when the key is missing or null.</summary>
    public FilePart? OptionalPart(string key)
    {
        var node = Find(key);
        return node is null ? null : Of(file, Under(key), node, diagnostics);
    }

    public IReadOnlyList<FilePart> Parts(string key, string right)
    {
        var items = Items(Required(key, right), key, right);
        return [.. items.Select((item, at) => Of(file, $"{Under(key)}/{at}", item, diagnostics))];
    }

    /// <summary>Whether the key is there and not null.</summary>
    public bool Has(string key) => keys?[key] is not null;

    /// <summary>Notes a mistake; none when the whole part is missing, which is noted already.</summary>
    public void Wrong(string key, string problem, string right)
    {
        if (keys is not null) diagnostics.Add(file, Under(key), problem, right);
    }

    /// <summary>Notes the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var (key, _) in keys ?? [])
            if (!known.Contains(key)) Wrong(key, $"unknown key '{key}'", "one of: " + string.Join(", ", known.Order(StringComparer.Ordinal)));
    }

    private JsonNode? Find(string key)
    {
        known.Add(key);
        return keys?[key];
    }

    private JsonNode? Required(string key, string right)
    {
        var node = Find(key);
        if (node is null) Wrong(key, "is missing", right);
        return node;
    }

    private IReadOnlyList<string> TextsOf(JsonNode node, string key, string right, Func<string, bool>? fits) =>
        [.. Items(node, key, right).Select((item, at) => TextOf(item, key, at, right, fits))];

    private IReadOnlyList<JsonNode?> Items(JsonNode? node, string key, string right)
    {
        if (node is null) return [];
        if (node is not JsonArray items) Wrong(key, $"{Shown(node)} is not a list", right);
        else if (items.Count == 0) Wrong(key, "is an empty list", right);
        else return [.. items];
        return [];
    }

    /// <param name="index">Of an item of a list; null for the key's own value.</param>
    private string TextOf(JsonNode? node, string key, int? index, string right, Func<string, bool>? fits)
    {
        if (node?.GetValueKind() != JsonValueKind.String)
        {
            diagnostics.Add(file, At(key, index), $"{Shown(node)} is not a text", $"{right}, in quotes where YAML would not read it as text");
            return "";
        }

        var text = node.GetValue<string>();
        if (!IsRight(text, fits)) diagnostics.Add(file, At(key, index), $"'{text}' does not fit", right);
        return text;
    }

    private static bool IsRight(string text, Func<string, bool>? fits) => text.Length > 0 && text.AsSpan().Trim().Length == text.Length && fits?.Invoke(text) != false;

    private string At(string key, int? index) => index is { } place ? string.Create(CultureInfo.InvariantCulture, $"{Under(key)}/{place}") : Under(key);

    private string Under(string key) => JsonPointer.Append(pointer, key);

    private static string Shown(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "nothing",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "a group of keys",
        _ => node.ToJsonString(),
    };
}
