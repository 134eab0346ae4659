using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockCustomers.Diagnostics;

/// <summary>A place in JSON that a user wrote: reads what stands there and reports what should not.</summary>
/// <remarks>JSON's null counts as absent.</remarks>
/// <param name="file">The file, as the user named it; empty for the body of a request.</param>
/// <param name="pointer">A JSON Pointer (RFC 6901); empty for the whole.</param>
internal sealed class JsonPlace(JsonNode? json, string file, string pointer, DiagnosticBag diagnostics)
{
    private const int LongestText = 500;
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK", "yyyy-MM-dd"];

    /// <summary>What stands here; null for JSON's null.</summary>
    public JsonNode? Json => json;

    public string Pointer => pointer;

    public bool IsObject => json is JsonObject;

    /// <summary>The text that stands here; null for anything else.</summary>
    public string? AsText => json?.GetValueKind() == JsonValueKind.String ? json.GetValue<string>() : null;

    /// <summary>Reads UTF-8, as people write it: with comments, commas behind the last item, a byte order mark. What cannot be read to its end is reported, not found out later.</summary>
    /// <param name="file">As the user named it; empty for the body of a request.</param>
    /// <param name="right">What would be right in place of nothing.</param>
    /// <returns>null when something was reported.</returns>
    public static JsonPlace? Read(ReadOnlyMemory<byte> text, string file, string right, DiagnosticBag diagnostics)
    {
        try
        {
            var bytes = text.Span;
            if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
            if (!bytes.IsEmpty && StrictJson.Parse(bytes, isWritten: true) is { } json) return new JsonPlace(json, file, "", diagnostics);
            diagnostics.Add(file, "", "there is nothing", right);
        }
        catch (JsonException broken)
        {
            diagnostics.Add(file, "", $"it cannot be read as JSON ({broken.Message})", right);
        }

        return null;
    }

    /// <summary>The same place with something else in it, such as what was written means.</summary>
    public JsonPlace Holding(JsonNode? other) => new(other, file, pointer, diagnostics);

    /// <summary>The same place, whose mistakes are told to somebody else.</summary>
    public JsonPlace ReportingTo(DiagnosticBag other) => new(json, file, pointer, other);

    /// <summary>Takes over what was reported elsewhere of what stands here.</summary>
    public void Report(DiagnosticBag found) => diagnostics.Add(found);

    public void Report(string problem, string remedy) => diagnostics.Add(file, pointer, problem, remedy);

    /// <summary>Reports what stands here.</summary>
    public void Expected(string right) => Report($"{Shown} does not fit", right);

    /// <summary>Reports that a key is missing.</summary>
    /// <returns>What to go on with.</returns>
    public T Missing<T>(string key, string right, T otherwise)
    {
        if (IsObject && Optional(key) is null) Report($"'{key}' is missing", right);
        return otherwise;
    }

    /// <summary>Reports when this is not an object, and every key that is not among the known ones.</summary>
    public void Allow(params string[] known)
    {
        if (json is not JsonObject map)
        {
            Expected($"an object with {string.Join(", ", known)}");
            return;
        }

        foreach (var (key, value) in map)
            if (!known.Contains(key)) At(key, value).Report($"unknown key '{key}'", Nearest.Remedy(key, known));
    }

    /// <summary>The place of a key; null when it is absent.</summary>
    public JsonPlace? Optional(string key) => json is JsonObject map && map.TryGetPropertyValue(key, out var value) && value is not null ? At(key, value) : null;

    /// <summary>The places of an array; reported when this is something else.</summary>
    public IReadOnlyList<JsonPlace> Items()
    {
        if (json is JsonArray list) return [.. list.Select((item, index) => At(index.ToString(CultureInfo.InvariantCulture), item))];
        Expected("an array");
        return [];
    }

    /// <summary>The text of an optional key, not empty.</summary>
    public string? Text(string key)
    {
        if (Optional(key) is not { } place) return null;
        if (place.AsText is { Length: > 0 and <= LongestText } text) return text;
        place.Expected($"a text of 1 to {LongestText} characters");
        return null;
    }

    /// <summary>The text of an optional key, one of those that are known.</summary>
    public string? OneOf(string key, IReadOnlyList<string> known)
    {
        if (Optional(key) is not { } place) return null;
        if (place.AsText is { } text && known.Contains(text)) return text;
        place.Report($"unknown {key} {place.Shown}", Nearest.Remedy(place.AsText ?? "", known));
        return null;
    }

    /// <summary>The truth of an optional key; false when it is absent.</summary>
    public bool Flag(string key)
    {
        if (Optional(key) is not { } place) return false;
        if (place.Json?.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return place.Json.GetValue<bool>();
        place.Expected("true or false");
        return false;
    }

    /// <summary>The whole number of an optional key, within bounds.</summary>
    public long? Number(string key, long minimum, long maximum)
    {
        if (Optional(key) is not { } place) return null;
        if (place.Json is JsonValue value && value.TryGetValue(out long number) && number >= minimum && number <= maximum) return number;
        place.Expected($"a whole number from {minimum} to {maximum}");
        return null;
    }

    /// <summary>The number of an optional key, above a minimum and up to a maximum.</summary>
    public double? Fraction(string key, double above, double maximum)
    {
        if (Optional(key) is not { } place) return null;
        if (place.Json is JsonValue value && Real(value) is { } number && number > above && number <= maximum) return number;
        place.Expected(string.Create(CultureInfo.InvariantCulture, $"a number above {above}, at most {maximum}"));
        return null;
    }

    /// <summary>The RFC 3339 time of an optional key, as Unix microseconds.</summary>
    public long? Time(string key)
    {
        if (Optional(key) is not { } place) return null;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (place.AsText is { } text && DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, Utc, out var time))
            return (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        place.Expected("a time such as \"2026-01-01T09:30:00Z\"");
        return null;
    }

    /// <summary>How what stands here is quoted.</summary>
    private string Shown
    {
        get
        {
            var text = AsText is { } words ? $"'{words}'" : json?.ToJsonString() ?? "null";
            return text.Length <= 60 ? text : text[..57] + "...";
        }
    }

    private static double? Real(JsonValue value) => value.TryGetValue(out double real) ? real : value.TryGetValue(out long whole) ? whole : null;

    private JsonPlace At(string key, JsonNode? value) =>
        new(value, file, JsonPointer.Append(pointer, key), diagnostics);
}
