using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Manifests;

namespace MockCustomers.Validation;

/// <summary>Checks the parameters of requests to one operation against its contract.</summary>
/// <param name="credential">The header that carries the credential, which is the authenticator's to judge.</param>
internal sealed class RequestValidator(Operation operation, DuplicateParameters duplicates, string credential)
{
    private static readonly List<(string Name, string Value)> Nothing = [];

    private readonly Parameter[] path = [.. operation.Parameters.Where(p => p.In == ParameterLocation.Path)];
    private readonly Parameter[] query = [.. operation.Parameters.Where(p => p.In == ParameterLocation.Query)];
    private readonly Parameter[] headers =
    [
        .. operation.Parameters.Where(p => p.In == ParameterLocation.Header && !p.Name.Equals(credential, StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>Reads the parameters.</summary>
    /// <param name="route">The decoded values of the path's parameters.</param>
    public ParameterValues Read(Request request, RouteValues route, List<Violation> violations)
    {
        var values = new ParameterValues(path.Length + (request.Query.IsEmpty ? 0 : query.Length));
        foreach (var parameter in path) Take(parameter, "/path/", route[parameter.Name], values, violations);
        if (query.Length > 0) ReadQuery(request, values, violations);
        foreach (var parameter in headers) Take(parameter, "/header/", request.Headers[parameter.Name], values, violations);
        return values;
    }

    private void ReadQuery(Request request, ParameterValues values, List<Violation> violations)
    {
        var pairs = request.Query.IsEmpty ? Nothing : QueryString.Parse(request.Query);
        foreach (var parameter in query)
        {
            string? sent = null;
            var times = 0;
            foreach (var (name, value) in pairs)
            {
                if (name != parameter.Name) continue;
                var isList = (parameter.Schema.Types & SchemaType.Array) != 0;
                if (isList && sent is not null) sent = $"{sent},{value}";
                else if (times++ == 0 || duplicates == DuplicateParameters.Last) sent = value;
            }

            if (times > 1 && duplicates == DuplicateParameters.Refuse)
                violations.Add(new Violation("/query/" + parameter.Name, parameter.Name, "duplicate", "", sent!));
            else Take(parameter, "/query/", sent, values, violations);
        }
    }

    private static void Take(Parameter parameter, string where, string? sent, ParameterValues values, List<Violation> violations)
    {
        if (sent is null)
        {
            if (parameter.Required) violations.Add(new Violation(where + parameter.Name, parameter.Name, "required", "", ""));
            else if (parameter.Schema.Default is { } value) Default(parameter, value, values);
            return;
        }

        var pointer = where + parameter.Name;
        var schema = parameter.Schema;
        if ((schema.Types & SchemaType.Integer) != 0) Integer(parameter, sent, pointer, values, violations);
        else
        {
            if ((schema.Types & SchemaType.Boolean) != 0 && sent is not ("true" or "false" or ""))
                violations.Add(new Violation(pointer, parameter.Name, "type", "boolean", sent));
            if (schema.Enum.Count > 0 && !IsAmong(schema.Enum, sent))
                violations.Add(new Violation(pointer, parameter.Name, "enum", string.Join(", ", schema.Enum), sent));
            SchemaValidator.CheckText(sent, schema, pointer, parameter.Name, violations);
            values.Add(parameter.Name, sent, null);
        }
    }

    private static bool IsAmong(IReadOnlyList<JsonNode?> allowed, string sent)
    {
        foreach (var one in allowed)
            if (one?.ToString() == sent) return true;
        return false;
    }

    private static void Integer(Parameter parameter, string sent, string pointer, ParameterValues values, List<Violation> violations)
    {
        if (!decimal.TryParse(Cut(sent), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            violations.Add(new Violation(pointer, parameter.Name, "type", "integer", sent));
            return;
        }

        var schema = parameter.Schema;
        if (schema.Minimum is { } minimum && (number < minimum || (schema.ExclusiveMinimum && number == minimum)))
            violations.Add(new Violation(pointer, parameter.Name, "minimum", minimum.ToString(CultureInfo.InvariantCulture), sent));
        else if (schema.Maximum is { } maximum && (number > maximum || (schema.ExclusiveMaximum && number == maximum)))
            violations.Add(new Violation(pointer, parameter.Name, "maximum", maximum.ToString(CultureInfo.InvariantCulture), sent));
        else values.Add(parameter.Name, sent, (long)Math.Clamp(number, long.MinValue, long.MaxValue));
    }

    /// <summary>A number of more digits than a decimal holds is as far out of every bound as its first 25 digits are.</summary>
    private static string Cut(string digits) =>
        digits.Length > 25 && digits.AsSpan(1).ContainsAnyExceptInRange('0', '9') is false ? digits[..25] : digits;

    private static void Default(Parameter parameter, JsonNode value, ParameterValues values)
    {
        long? number = value.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var n) ? n : null;
        values.Add(parameter.Name, value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(), number);
    }
}
