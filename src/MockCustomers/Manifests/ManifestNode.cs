using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;

namespace MockCustomers.Manifests;

/// <summary>One place in a manifest: reads what stands there and reports what should not.</summary>
internal sealed class ManifestNode(JsonNode? json, string file, string pointer, DiagnosticBag diagnostics)
{
    public JsonNode? Json => json;

    public string File => file;

    /// <summary>JSON Pointer of this place.</summary>
    public string Pointer => pointer;

    public DiagnosticBag Diagnostics => diagnostics;

    public bool IsMap => json is JsonObject;

    /// <summary>The text that stands here; null for anything else.</summary>
    public string? AsText => json?.GetValueKind() == JsonValueKind.String ? json.GetValue<string>() : null;

    /// <summary>The keys and places of a map in their order; empty, and reported, when this is not a map.</summary>
    public IReadOnlyList<ManifestEntry> Entries
    {
        get
        {
            var entries = new List<ManifestEntry>();
            if (json is not JsonObject map) Report($"{Shown(json)} is not a map", "keys with values");
            else foreach (var (key, value) in map) entries.Add(new ManifestEntry(key, At(key, value)));
            return entries;
        }
    }

    /// <summary>The places of a list in their order; empty, and reported, when this is not a list.</summary>
    public IReadOnlyList<ManifestNode> Items
    {
        get
        {
            if (json is JsonArray list) return [.. list.Select((item, index) => At($"{index}", item))];
            Report($"{Shown(json)} is not a list", "a list");
            return [];
        }
    }

    public void Report(string problem, string remedy) => diagnostics.Add(file, pointer, problem, remedy);

    /// <summary>Reports every key of this map that is not among the known ones.</summary>
    public void Allow(params string[] known)
    {
        if (json is not JsonObject map) return;
        foreach (var (key, value) in map)
            if (!known.Contains(key))
                At(key, value).Report($"unknown key '{key}'", $"one of: {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    /// <summary>The place of a key; null when the key is absent.</summary>
    public ManifestNode? Optional(string key) => json is JsonObject map && map.TryGetPropertyValue(key, out var value) ? At(key, value) : null;

    /// <summary>The place of a key; reported when absent.</summary>
    public ManifestNode? Required(string key, string remedy)
    {
        var node = Optional(key);
        if (node is null) Report($"'{key}' is missing", remedy);
        return node;
    }

    /// <summary>The text of an optional key.</summary>
    public string? Text(string key)
    {
        if (Optional(key) is not { } node || node.Json is null) return null;
        if (node.AsText is null) node.Report($"{Shown(node.Json)} is not a text", "a text, in quotes where it looks like something else");
        return node.AsText;
    }

    /// <summary>The text of a required key; empty, and reported, when absent.</summary>
    public string RequiredText(string key, string remedy)
    {
        if (Optional(key)?.Json is null)
        {
            Report($"'{key}' is missing", remedy);
            return "";
        }

        return Text(key) ?? "";
    }

    /// <summary>The texts of an optional list.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (Optional(key) is not { } node) return [];
        var texts = new List<string>();
        foreach (var item in node.Items)
        {
            if (item.AsText is { } text) texts.Add(text);
            else item.Report($"{Shown(item.Json)} is not a text", "a text, in quotes where it looks like something else");
        }

        return texts;
    }

    /// <summary>The names of an optional map of names to texts, such as fields; none when the key is absent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(string key)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in Optional(key)?.Entries ?? []) fields.Add(KeyValuePair.Create(name, value.AsText ?? ""));
        return fields;
    }

    /// <summary>The whole number of an optional key, within bounds.</summary>
    public long? Number(string key, long minimum, long maximum)
    {
        if (Optional(key) is not { } node) return null;
        if (node.Json is JsonValue value && value.TryGetValue(out long number) && number >= minimum && number <= maximum) return number;
        node.Report($"{Shown(node.Json)} does not fit", $"a whole number from {minimum} to {maximum}");
        return null;
    }

    /// <summary>Whether an optional key is true.</summary>
    public bool Flag(string key)
    {
        if (Optional(key) is not { } node) return false;
        if (node.Json is JsonValue value && value.TryGetValue(out bool flag)) return flag;
        node.Report($"{Shown(node.Json)} is neither true nor false", "true or false");
        return false;
    }

    /// <summary>The value that an optional key names.</summary>
    public T? Choice<T>(string key, EnumNames<T> names) where T : struct
    {
        if (Optional(key) is not { } node) return null;
        if (node.AsText is { } name && names[name] is { } value) return value;
        node.Report($"unknown value {Shown(node.Json)}", $"one of: {string.Join(", ", names.All.Order(StringComparer.Ordinal))}");
        return null;
    }

    /// <summary>A map of countries to shares: whole numbers from 1 up.</summary>
    public IReadOnlyList<CountryShare> Shares()
    {
        var shares = new List<CountryShare>();
        foreach (var (name, node) in Entries)
        {
            if (node.Json is JsonValue value && value.TryGetValue(out int share) && share is >= 1 and <= 1000) shares.Add(new CountryShare(name, share));
            else node.Report($"{Shown(node.Json)} is not a share", "a whole number from 1 to 1000");
        }

        return shares;
    }

    /// <summary>How a value is quoted in a diagnostic.</summary>
    public static string Shown(JsonNode? value)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? $"'{value.GetValue<string>()}'" : value?.ToJsonString() ?? "null";
        return text.Length <= 60 ? text : text[..57] + "...";
    }

    private ManifestNode At(string key, JsonNode? value) =>
        new(value, file, JsonPointer.Append(pointer, key), diagnostics);
}
