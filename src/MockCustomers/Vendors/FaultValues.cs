using System.Globalization;
using MockCustomers.Exchange;
using MockCustomers.Templates;

namespace MockCustomers.Vendors;

/// <summary>What the placeholders of a fault's wording stand for.</summary>
/// <param name="schema">The name of the body's schema; empty when there is none.</param>
internal sealed class FaultValues(Fault fault, Request request, FaultWording wording, string schema) : ITemplateValues
{
    public static readonly string[] Placeholders =
        ["status", "message", "code", "id", "path", "method", "violations", "field", "value", "limit", "detail", "schema"];

    public bool Write(string name, JsonBuffer json)
    {
        if (name == "status") json.Number(wording.Status);
        else if (name == "violations") return wording.Violations.Write(fault.Violations, schema, json);
        else if (Text(name) is { } text) json.String(text);
        else return false;
        return true;
    }

    public string? Text(string name) => name switch
    {
        "status" => wording.Status.ToString(CultureInfo.InvariantCulture),
        "message" => wording.Message?.Fill(this),
        "code" => wording.Code,
        "id" => fault.Id,
        "detail" => fault.Detail,
        "path" => request.Path.ToString(),
        "method" => request.Method,
        "schema" => schema,
        "violations" => wording.Violations.Sentence(fault.Violations, schema),
        "field" => First?.Field,
        "value" => First?.Value,
        "limit" => First?.Limit,
        _ => null,
    };

    private Violation? First => fault.Violations.Count > 0 ? fault.Violations[0] : null;
}
