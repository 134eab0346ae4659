using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;

namespace MockCustomers.Validation;

/// <summary>Checks what was sent for one parameter, and fills in its default.</summary>
internal sealed class ParameterCheck
{
    private readonly Parameter parameter;
    private readonly string? defaultText;
    private readonly long? defaultNumber;

    /// <param name="where">The place that violations point into: /path/, /query/ or /header/.</param>
    public ParameterCheck(Parameter parameter, string where)
    {
        this.parameter = parameter;
        Pointer = where + parameter.Name;
        if (parameter.Schema.Default is not { } value) return;
        defaultText = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        if (value.GetValueKind() == JsonValueKind.Number && long.TryParse(defaultText, CultureInfo.InvariantCulture, out var number)) defaultNumber = number;
    }

    public string Name => parameter.Name;

    /// <summary>Where violations say that they are.</summary>
    public string Pointer { get; }

    /// <summary>Whether a parameter that is sent several times is a list of all that was sent.</summary>
    public bool IsList => (parameter.Schema.Types & SchemaType.Array) != 0;

    /// <summary>Takes what was sent.</summary>
    /// <param name="sent">Decoded; null when nothing was sent.</param>
    public void Take(string? sent, ParameterValues values, List<Violation> violations)
    {
        if (sent is null)
        {
            if (parameter.Required) violations.Add(new Violation(Pointer, Name, "required", "", ""));
            else if (defaultText is not null) values.Add(Name, defaultText, defaultNumber);
            return;
        }

        var schema = parameter.Schema;
        if ((schema.Types & SchemaType.Integer) != 0)
        {
            Integer(sent, values, violations);
            return;
        }

        if ((schema.Types & SchemaType.Boolean) != 0 && sent is not ("true" or "false" or ""))
            violations.Add(new Violation(Pointer, Name, "type", "boolean", sent));
        if (schema.Enum.Count > 0 && !IsAmong(schema.Enum, sent))
            violations.Add(new Violation(Pointer, Name, "enum", string.Join(", ", schema.Enum), sent));
        SchemaValidator.CheckText(sent, schema, Pointer, Name, violations);
        values.Add(Name, sent, null);
    }

    private static bool IsAmong(IReadOnlyList<JsonNode?> allowed, string sent)
    {
        foreach (var one in allowed)
            if (one?.ToString() == sent) return true;
        return false;
    }

    private void Integer(string sent, ParameterValues values, List<Violation> violations)
    {
        if (!decimal.TryParse(Cut(sent), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            violations.Add(new Violation(Pointer, Name, "type", "integer", sent));
            return;
        }

        var schema = parameter.Schema;
        if (schema.Minimum is { } minimum && (number < minimum || (schema.ExclusiveMinimum && number == minimum)))
            violations.Add(new Violation(Pointer, Name, "minimum", minimum.ToString(CultureInfo.InvariantCulture), sent));
        else if (schema.Maximum is { } maximum && (number > maximum || (schema.ExclusiveMaximum && number == maximum)))
            violations.Add(new Violation(Pointer, Name, "maximum", maximum.ToString(CultureInfo.InvariantCulture), sent));
        else values.Add(Name, sent, (long)Math.Clamp(number, long.MinValue, long.MaxValue));
    }

    /// <summary>A number of more digits than a decimal holds is as far out of every bound as its first 25 digits are.</summary>
    private static string Cut(string digits) =>
        digits.Length > 25 && digits.AsSpan(1).ContainsAnyExceptInRange('0', '9') is false ? digits[..25] : digits;
}
