using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;

namespace MockCustomers.Validation;

/// <summary>Judges JSON by a schema of the contract.</summary>
/// <param name="named">The schemas to which recursions lead; where one is not among them, anything goes.</param>
/// <param name="ofRequest">Whether what is judged is sent by a client, who need not know what is read-only; else it is served, and what is write-only stays away.</param>
internal sealed class SchemaValidator(IReadOnlyDictionary<string, Schema> named, bool ofRequest)
{
    private static readonly SchemaValidator OfReply = new(new Dictionary<string, Schema>(), ofRequest: false);

    /// <summary>Adds a violation for every breach by something that is served.</summary>
    /// <param name="pointer">Where the value stands.</param>
    /// <param name="field">The name by which a violation calls it.</param>
    public static void Check(JsonNode? value, Schema schema, string pointer, string field, List<Violation> violations) =>
        OfReply.Judge(value, schema, pointer, field, violations);

    /// <summary>Adds a violation for every breach.</summary>
    /// <param name="pointer">Where the value stands.</param>
    /// <param name="field">The name by which a violation calls it.</param>
    public void Judge(JsonNode? value, Schema schema, string pointer, string field, List<Violation> violations)
    {
        var type = TypeOf(value);
        if (schema.RecursesTo is { } name)
        {
            if (type == SchemaType.Null && schema.Nullable) return;
            if (!named.TryGetValue(name, out schema!)) return;
        }

        if (schema.Types != SchemaType.None && !Allows(schema.Types, type))
        {
            violations.Add(new Violation(pointer, field, "type", TypeNames(schema.Types), Text(value)) { Received = type == SchemaType.Integer ? "number" : TypeNames(type) });
            return;
        }

        if (schema.Enum.Count > 0 && value is not null && !IsAmong(schema.Enum, value))
            violations.Add(new Violation(pointer, field, "enum", string.Join(", ", schema.Enum.Select(Text)), Text(value)));
        if (schema.HasChoices && (value is not null || !schema.Nullable)) JudgeChoices(value, schema, pointer, field, violations);
        switch (value)
        {
            case JsonObject map: JudgeObject(map, schema, pointer, field, violations); break;
            case JsonArray list: JudgeArray(list, schema, pointer, field, violations); break;
            case JsonValue when type == SchemaType.String: CheckText(value.GetValue<string>(), schema, pointer, field, violations); break;
            case JsonValue when type is SchemaType.Integer or SchemaType.Number: CheckNumber(value, schema, pointer, field, violations); break;
        }
    }

    private static bool IsAmong(IReadOnlyList<JsonNode?> allowed, JsonNode value)
    {
        for (var i = 0; i < allowed.Count; i++)
            if (JsonNode.DeepEquals(allowed[i], value)) return true;
        return false;
    }

    /// <summary>Whether a value breaks nothing.</summary>
    private bool Fits(JsonNode? value, Schema schema)
    {
        var violations = new List<Violation>();
        Judge(value, schema, "", "", violations);
        return violations.Count == 0;
    }

    /// <summary>Judges a text by the keywords for texts.</summary>
    public static void CheckText(string text, Schema schema, string pointer, string field, List<Violation> violations)
    {
        if (schema.MinLength is { } minimum && Characters(text) < minimum)
            violations.Add(new Violation(pointer, field, "minLength", Number(minimum), text));
        if (schema.MaxLength is { } maximum && Characters(text) > maximum)
            violations.Add(new Violation(pointer, field, "maxLength", Number(maximum), text));
        if (schema.Pattern is { } pattern && !Patterns.IsMatch(text, pattern))
            violations.Add(new Violation(pointer, field, "pattern", pattern, text));
        else if (schema.Pattern is null && !Formats.Fits(text, schema.Format))
            violations.Add(new Violation(pointer, field, "format", schema.Format!, text));
    }

    /// <summary>Judges a number by the keywords for numbers.</summary>
    public static void CheckNumber(JsonNode value, Schema schema, string pointer, string field, List<Violation> violations)
    {
        if (!decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return;
        if (schema.Minimum is { } minimum && (number < minimum || (schema.ExclusiveMinimum && number == minimum)))
            violations.Add(new Violation(pointer, field, "minimum", Number(minimum), Text(value)));
        if (schema.Maximum is { } maximum && (number > maximum || (schema.ExclusiveMaximum && number == maximum)))
            violations.Add(new Violation(pointer, field, "maximum", Number(maximum), Text(value)));
        if (schema.MultipleOf is { } step && number % step != 0)
            violations.Add(new Violation(pointer, field, "multipleOf", Number(step), Text(value)));
    }

    private void JudgeChoices(JsonNode? value, Schema schema, string pointer, string field, List<Violation> violations)
    {
        if (schema.OneOf.Count > 0 && schema.OneOf.Count(branch => Fits(value, branch)) != 1)
            violations.Add(new Violation(pointer, field, "oneOf", "", Text(value)));
        if (schema.AnyOf.Count > 0 && !schema.AnyOf.Any(branch => Fits(value, branch)))
            violations.Add(new Violation(pointer, field, "anyOf", "", Text(value)));
        if (schema.Not.Any(branch => Fits(value, branch)))
            violations.Add(new Violation(pointer, field, "not", "", Text(value)));
    }

    private void JudgeObject(JsonObject map, Schema schema, string pointer, string field, List<Violation> violations)
    {
        foreach (var (name, property) in schema.Properties)
        {
            if (ofRequest && property.ReadOnly) continue;
            if (map.TryGetPropertyValue(name, out var value)) Judge(value, property, $"{pointer}/{name}", name, violations);
            else if (schema.Required.Contains(name) && (ofRequest || !property.WriteOnly))
                violations.Add(new Violation($"{pointer}/{name}", name, "required", TypeNames(property.Types), ""));
        }

        foreach (var name in schema.Required)
            if (schema.Property(name) is null && !map.ContainsKey(name)) violations.Add(new Violation($"{pointer}/{name}", name, "required", "", ""));
        foreach (var (name, value) in map)
        {
            if (schema.Property(name) is not null) continue;
            if (!schema.AllowsMore) violations.Add(new Violation($"{pointer}/{name}", name, "additionalProperties", "", Text(value)));
            else if (schema.More is not null) Judge(value, schema.More, $"{pointer}/{name}", name, violations);
        }

        if (schema.MinProperties is { } minimum && map.Count < minimum)
            violations.Add(new Violation(pointer, field, "minProperties", Number(minimum), ""));
        if (schema.MaxProperties is { } maximum && map.Count > maximum)
            violations.Add(new Violation(pointer, field, "maxProperties", Number(maximum), ""));
    }

    private void JudgeArray(JsonArray list, Schema schema, string pointer, string field, List<Violation> violations)
    {
        if (schema.MinItems is { } minimum && list.Count < minimum)
            violations.Add(new Violation(pointer, field, "minItems", Number(minimum), ""));
        if (schema.MaxItems is { } maximum && list.Count > maximum)
            violations.Add(new Violation(pointer, field, "maxItems", Number(maximum), ""));
        if (schema.UniqueItems && EqualJson.HasEquals(list))
            violations.Add(new Violation(pointer, field, "uniqueItems", "", ""));
        if (schema.Items is null) return;
        for (var i = 0; i < list.Count; i++) Judge(list[i], schema.Items, $"{pointer}/{i}", field, violations);
    }

    /// <summary>How many characters a text has, as JSON counts them: a surrogate pair is one.</summary>
    private static int Characters(string text)
    {
        var count = text.Length;
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1])) count--;
        return count;
    }

    private static SchemaType TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => SchemaType.Null,
        JsonValueKind.True or JsonValueKind.False => SchemaType.Boolean,
        JsonValueKind.String => SchemaType.String,
        JsonValueKind.Array => SchemaType.Array,
        JsonValueKind.Object => SchemaType.Object,
        _ => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.IsInteger(number) ? SchemaType.Integer : SchemaType.Number,
    };

    private static bool Allows(SchemaType allowed, SchemaType type) =>
        (allowed & type) != 0 || (type == SchemaType.Integer && (allowed & SchemaType.Number) != 0);

    /// <summary>The types in JSON Schema's words, null last and only when alone.</summary>
    private static string TypeNames(SchemaType types)
    {
        var named = types & ~SchemaType.Null;
        if (named == SchemaType.None) named = types;
        return named == SchemaType.None ? "" : named.ToString().ToLowerInvariant();
    }

    private static string Text(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "null";

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
