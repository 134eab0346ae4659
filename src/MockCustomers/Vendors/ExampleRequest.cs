using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Store;

namespace MockCustomers.Vendors;

/// <summary>A request that an operation answers with success.</summary>
/// <param name="Target">Path and query, with the id of a customer in a state that the operation takes.</param>
/// <param name="Body">
/// The first of the spec's examples whose unique values are free; made by its schema where it has none. null when the operation takes none,
/// and when none can be made.
/// </param>
internal sealed record ExampleRequest(string Target, JsonObject? Body)
{
    internal static ExampleRequest Of(View view, ServedOperation operation)
    {
        var (naming, states) = (operation.Example.Target, operation.Example.States);
        var customer = NewestIn(states, view);
        var target = operation.Template.Fill(name => Value(view, operation, customer, name));
        var query = naming.Keys is [var first, ..] ? first : default;
        if (query.Key is not null && operation.Template.Parameters.Length == 0)
            target += $"?{query.Key}={Uri.EscapeDataString(FieldOf(view, customer, query.Value))}";
        foreach (var parameter in operation.Operation.Parameters.Where(p => p is { In: ParameterLocation.Query, Required: true } && p.Name != query.Key))
            if (ExampleValue.Of(parameter.Schema) is { } value) target += $"{(target.Contains('?') ? '&' : '?')}{parameter.Name}={Uri.EscapeDataString(value.ToString())}";
        return new ExampleRequest(target, BodyOf(view, operation, customer));
    }

    /// <summary>The newest customer in one of some states; null when there is none.</summary>
    /// <param name="states">null for all.</param>
    private static CustomerHandle? NewestIn(IReadOnlySet<string>? states, View view)
    {
        var list = view.List(s => states is null || states.Contains(s.State.Name));
        return list.Count == 0 ? null : list[0];
    }

    private static string Value(View view, ServedOperation operation, CustomerHandle? customer, string name)
    {
        if (name == operation.Example.SubscriptionParameter) return operation.Example.Subscription!;
        if (customer is null) return name;
        if (name == operation.IdParameter) return view.IdOf(customer.Value);
        var key = operation.Example.Target.Keys.FirstOrDefault(k => k.Key == name);
        return key.Key is null ? name : FieldOf(view, customer, key.Value);
    }

    private static string FieldOf(View view, CustomerHandle? customer, string field) =>
        customer is null ? field : FieldPath.Text(view.Read(customer.Value), field) ?? field;

    private static JsonObject? BodyOf(View view, ServedOperation operation, CustomerHandle? customer)
    {
        if (operation.Operation.Body is not { } contract) return null;
        var examples = contract.Examples.Count > 0 ? contract.Examples.OfType<JsonObject>() : new[] { ExampleValue.Of(contract.Schema) }.OfType<JsonObject>();
        var free = examples.FirstOrDefault(example => operation.Example.Target.Unique.All(unique =>
            FieldPath.Text(example, unique.Field) is not { } value || view.FindBy(unique.Field, value).Count == 0));
        var body = free?.DeepClone().AsObject();
        if (body is not null && operation.Example.Target.IdIn is { } id && customer is { } found) body[id] = view.IdOf(found);
        return body;
    }
}
