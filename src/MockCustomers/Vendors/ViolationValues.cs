using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Templates;

namespace MockCustomers.Vendors;

/// <summary>What the placeholders in the wording of a violation stand for.</summary>
/// <param name="text">The violation's text, for what is around it.</param>
/// <param name="schema">The name of the body's schema.</param>
internal sealed class ViolationValues(Violation violation, string text, ViolationTexts texts, string schema) : ITemplateValues
{
    public bool Write(string name, JsonBuffer json)
    {
        if (name == "path") json.Raw(new JsonArray([.. Path().Select(JsonNode? (part) => part)]).ToJsonString());
        else json.String(Text(name));
        return true;
    }

    public string? Text(string name) => name switch
    {
        "field" => violation.Field,
        "label" => texts.LabelOf(violation.Field),
        "limit" => violation.Limit,
        "value" => violation.Value,
        "received" => violation.Received,
        "choices" => string.Join(" | ", violation.Limit.Split(", ").Select(c => $"'{c}'")),
        "schema" => schema,
        "text" => text,
        "code" => texts.CodeOf(violation.Rule),
        "path" => string.Join('.', Path()),
        _ => violation.Rule,
    };

    /// <summary>Where in the body or among the parameters, without saying which.</summary>
    private IEnumerable<string> Path() => violation.Rule == "additionalProperties" ? [] : violation.Pointer.Split('/').Skip(2);
}
