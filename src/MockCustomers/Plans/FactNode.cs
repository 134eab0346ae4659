using MockCustomers.Customers;
using MockCustomers.Exchange;

namespace MockCustomers.Plans;

/// <summary>A fact about the customer, in a form.</summary>
/// <param name="nullable">Whether the spec lets the field be null; where it does not, a fact that is null is left out, key and all.</param>
internal sealed class FactNode(Fact fact, FactForm form, bool nullable, PlanOrigin origin) : PlanNode(origin)
{
    public Fact Fact => fact;

    public FactForm Form => form;

    public override long Candidate(string value, long size) => fact.Candidate(value) is var number && number < size ? number : -1;

    public override bool IsAbsent(CustomerContext context) => !nullable && context[fact].Kind == FactKind.Null;

    public override void Write(CustomerContext context, JsonBuffer json)
    {
        var value = context[fact];
        switch (value.Kind)
        {
            case FactKind.Text: json.String(value.Text); break;
            case FactKind.Json: json.Raw(value.Text); break;
            case FactKind.Boolean: json.Boolean(value.Number != 0); break;
            case FactKind.Integer: FactForms.Integer(value.Number, form, json); break;
            case FactKind.Instant: FactForms.Instant(value.Number, form, json); break;
            case FactKind.Day: FactForms.Day((int)value.Number, form, json); break;
            default: json.Null(); break;
        }
    }
}
