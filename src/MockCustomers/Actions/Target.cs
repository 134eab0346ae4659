using MockCustomers.Exchange;
using MockCustomers.Store;

namespace MockCustomers.Actions;

/// <summary>Which customer a request is about: by the id in its path or body, or by a field that a parameter names.</summary>
/// <remarks>By a field that is unique in some states, customers in these are found and no others: in another state any number may have the value.</remarks>
/// <param name="idField">The field of the id.</param>
internal sealed class Target(TargetRules rules, string idField)
{
    /// <summary>The customer, or why there is none.</summary>
    public (CustomerHandle? Customer, Fault? Fault) Of(Call call, View customers)
    {
        if (rules.Keys.Count > 0) return ByKey(call, customers);
        var id = rules.IdIn is { } property ? FieldPath.Text(call.Body, property) : call.Id;
        return Found(id is null ? null : customers.Find(id), id ?? "", customers);
    }

    private (CustomerHandle?, Fault?) ByKey(Call call, View customers)
    {
        var chosen = default(CustomerHandle?);
        foreach (var (parameter, field) in rules.Keys.Reverse())
        {
            if (call.Parameters.Text(parameter) is not { Length: > 0 } value) continue;
            var (customer, fault) = Named(parameter, field, value, customers);
            if (fault is not null) return (null, fault);
            if (chosen is { } other && other != customer!.Value) return (null, Wrong("sameCustomer"));
            chosen = customer;
        }

        return chosen is null ? (null, Wrong("oneRequired")) : (chosen, null);
    }

    private (CustomerHandle?, Fault?) Named(string parameter, string field, string value, View customers)
    {
        if (field == idField) return Found(customers.Find(value), value, customers);
        var unique = rules.Unique.FirstOrDefault(u => u.Field == field);
        var customer = customers.FindBy(field, value)
            .Where(c => IsShown(c, customers) && unique?.Counts(customers.StratumOf(c).State.Name) != false)
            .Select(c => (CustomerHandle?)c).FirstOrDefault();
        if (customer is not null) return (customer, null);
        return (null, new Fault(FaultKind.NoSuchCustomer) { Id = value, Violations = [new Violation("/query/" + parameter, parameter, "unknown", "", value)] });
    }

    private Fault Wrong(string rule)
    {
        var names = string.Join(" or ", rules.Keys.Select(k => k.Key));
        return new Fault(FaultKind.InvalidParameter) { Violations = [new Violation("/query", rules.Keys[0].Key, rule, names, "")] };
    }

    private (CustomerHandle?, Fault?) Found(CustomerHandle? customer, string id, View customers) =>
        customer is { } found && IsShown(found, customers) ? (found, null) : (null, new Fault(FaultKind.NoSuchCustomer) { Id = id });

    private bool IsShown(CustomerHandle customer, View customers) =>
        rules.States.Count == 0 || rules.States.Contains(customers.StratumOf(customer).State.Name);
}
