using MockCustomers.Contracts;

namespace MockCustomers.Cli.Init;

/// <summary>An operation that gets one customer.</summary>
/// <param name="At">The property of its response that holds the customer; null where the response is the customer.</param>
/// <param name="Customer">The customer's schema.</param>
/// <param name="Id">The field that holds the customer's id.</param>
internal sealed record SketchedFetch(Operation Operation, string? At, Schema Customer, string Id)
{
    /// <summary>null for an operation that gets nothing with an id.</summary>
    public static SketchedFetch? Of(Operation operation)
    {
        if (operation.Method != "GET" || !operation.Path.EndsWith('}') || operation.Success?.Schema is not { } schema) return null;
        var parameter = operation.Path[(operation.Path.LastIndexOf('{') + 1)..^1];
        if (IdOf(schema, parameter) is { } id) return new SketchedFetch(operation, null, schema, id);
        foreach (var (name, inner) in schema.Properties)
            if (IdOf(inner, parameter) is { } field) return new SketchedFetch(operation, name, inner, field);
        return null;
    }

    /// <summary>The path of all customers.</summary>
    public string Collection => Operation.Path[..Operation.Path.LastIndexOf('/')];

    private static string? IdOf(Schema schema, string parameter) =>
        schema.Properties.Select(property => property.Name).FirstOrDefault(name => name is "id" or "_id" or "uuid" || name == parameter)
        ?? schema.Properties.Select(property => property.Name).FirstOrDefault(name => name.EndsWith("_id", StringComparison.Ordinal) && schema.Required.Contains(name) && schema.Properties.Count > 2);
}
