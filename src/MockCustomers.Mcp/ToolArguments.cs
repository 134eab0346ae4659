using System.Globalization;
using System.Text.Json;
using MockCustomers.Diagnostics;

namespace MockCustomers.Mcp;

/// <summary>The arguments of a call, checked against what the tool takes: assistants make mistakes, and learn from what they are told.</summary>
internal sealed class ToolArguments
{
    private readonly IReadOnlyDictionary<string, JsonElement> values;

    /// <exception cref="ToolRefusedException">One is missing, unknown, or cannot be what it is.</exception>
    public ToolArguments(IReadOnlyList<ToolInput> inputs, IEnumerable<KeyValuePair<string, JsonElement>> arguments)
    {
        values = arguments.Where(argument => argument.Value.ValueKind != JsonValueKind.Null).ToDictionary(argument => argument.Key, argument => argument.Value);
        var known = inputs.Select(input => input.Name).ToList();
        if (values.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown) throw new ToolRefusedException($"unknown argument '{unknown}'; {Nearest.Remedy(unknown, known)}");
        foreach (var input in inputs)
        {
            if (values.TryGetValue(input.Name, out var value)) Check(input, value);
            else if (input.IsRequired) throw new ToolRefusedException($"the argument '{input.Name}' is missing; {input.Description}");
        }
    }

    /// <summary>Whether it was given.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>null when it was not given.</summary>
    public string? Text(string name) => values.TryGetValue(name, out var value) ? value.GetString() : null;

    /// <summary>A text that the tool requires.</summary>
    public string Required(string name) => Text(name)!;

    /// <summary>null when it was not given.</summary>
    public double? Number(string name) => values.TryGetValue(name, out var value) ? value.GetDouble() : null;

    /// <summary>A whole number as text; null when it was not given.</summary>
    public string? Whole(string name) => Number(name)?.ToString("F0", CultureInfo.InvariantCulture);

    /// <summary>null when it was not given.</summary>
    public bool? YesOrNo(string name) => values.TryGetValue(name, out var value) ? value.GetBoolean() : null;

    private static void Check(ToolInput input, JsonElement value)
    {
        var fits = input.Type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => value.ValueKind == JsonValueKind.Number,
        };
        if (!fits) throw Wrong(input, value, $"a{(input.Type == "integer" ? "n" : "")} {input.Type}");
        if (value.ValueKind == JsonValueKind.String && value.GetString() == "") throw Wrong(input, value, input.IsRequired ? input.Description : "leave it out, or: " + input.Description);
        if (input.OneOf.Count > 0 && !input.OneOf.Contains(value.GetString())) throw Wrong(input, value, Nearest.Remedy(value.GetString()!, input.OneOf));
        if (value.ValueKind != JsonValueKind.Number) return;
        var number = value.GetDouble();
        if (number < input.Minimum || number > input.Maximum || (input.Type == "integer" && !double.IsInteger(number)))
            throw Wrong(input, value, string.Create(CultureInfo.InvariantCulture, $"{(input.Type == "integer" ? "a whole number" : "a number")} from {input.Minimum} to {input.Maximum}"));
    }

    private static ToolRefusedException Wrong(ToolInput input, JsonElement value, string right) => new($"the argument '{input.Name}' cannot be {value.GetRawText()}; {right}");
}
