using System.Text.Json.Nodes;
using MockCustomers.Contracts;
using MockCustomers.Manifests;
using MockCustomers.Store;

namespace MockCustomers.Vendors;

/// <summary>A request that an operation answers with success.</summary>
/// <param name="Target">Path and query, with the id of a customer in a state that the operation takes.</param>
/// <param name="Body">
/// The first of the spec's examples that nobody stands in the way of; made by its schema where it has none. null when the operation takes none,
/// and when none can be made.
/// </param>
public sealed record ExampleRequest(string Target, JsonObject? Body)
{
    internal static ExampleRequest Of(Vendor vendor, View view, ServedOperation operation)
    {
        var mapping = vendor.Manifest.Mappings.First(m => m.Operation == operation.Operation.Id);
        var customer = Customer(view, mapping);
        var target = operation.Template.Fill(name => Value(view, operation, mapping, customer, name));
        var query = mapping.Write.Key is [var first, ..] ? first : default;
        if (query.Key is not null && operation.Template.Parameters.Length == 0)
            target += $"?{query.Key}={Uri.EscapeDataString(FieldOf(view, customer, query.Value))}";
        foreach (var parameter in operation.Operation.Parameters.Where(p => p is { In: ParameterLocation.Query, Required: true } && p.Name != query.Key))
            if (ExampleValue.Of(parameter.Schema) is { } value) target += $"{(target.Contains('?') ? '&' : '?')}{parameter.Name}={Uri.EscapeDataString(value.ToString())}";
        return new ExampleRequest(target, BodyOf(view, operation, mapping, customer));
    }

    /// <summary>The newest customer in a state that the operation takes.</summary>
    private static CustomerHandle? Customer(View view, MappingManifest mapping)
    {
        var from = mapping.Write.Moves.SelectMany(m => m.Value.From).Concat(mapping.States).ToHashSet();
        var anyState = from.Count == 0 || mapping.Write.Moves.Any(m => m.Value.From.Count == 0 && mapping.Action == "move");
        var list = view.List(s => anyState || from.Contains(s.State.Name));
        return list.Count == 0 ? null : list[0];
    }

    private static string Value(View view, ServedOperation operation, MappingManifest mapping, CustomerHandle? customer, string name)
    {
        if (customer is null) return name;
        if (name == operation.IdParameter) return view.IdOf(customer.Value);
        var key = mapping.Write.Key.FirstOrDefault(k => k.Key == name);
        return key.Key is null ? name : FieldOf(view, customer, key.Value);
    }

    private static string FieldOf(View view, CustomerHandle? customer, string field) =>
        customer is null ? field : JsonPath.Text(view.Read(customer.Value), field) ?? field;

    private static JsonObject? BodyOf(View view, ServedOperation operation, MappingManifest mapping, CustomerHandle? customer)
    {
        if (operation.Operation.Body is not { } contract) return null;
        var examples = contract.Examples.Count > 0 ? contract.Examples.OfType<JsonObject>() : new[] { ExampleValue.Of(contract.Schema) }.OfType<JsonObject>();
        var free = examples.FirstOrDefault(example => mapping.Write.Unique.All(unique =>
            JsonPath.Text(example, unique.Field) is not { } value || view.FindBy(unique.Field, value).Count == 0));
        var body = free?.DeepClone().AsObject();
        if (body is not null && mapping.Write.IdIn is { } id && customer is { } found) body[id] = view.IdOf(found);
        return body;
    }
}
