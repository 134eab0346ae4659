using MockCustomers.Contracts;
using MockCustomers.Manifests;

namespace MockCustomers.Building;

/// <summary>Finds the schema of a vendor's customers in its spec.</summary>
internal static class CustomerSchema
{
    /// <summary>The schema of a customer; null, and reported, when the manifest names none.</summary>
    public static Schema? Find(CustomerManifest customer, Contract contract)
    {
        var operation = contract.Operations.FirstOrDefault(o => o.Id == customer.Operation);
        if (operation?.Success?.Schema is not { } schema)
        {
            customer.Node.Report(
                $"the spec has no operation '{customer.Operation}' with a success response",
                $"operation: one of: {string.Join(", ", contract.Operations.Where(o => o.Success?.Schema is not null).Select(o => o.Id))}");
            return null;
        }

        if (customer.At is null) return WithFields(schema, customer);
        if (schema.Property(customer.At) is { } inner) return WithFields(inner, customer);
        customer.Node.Report($"the response of '{customer.Operation}' has no property '{customer.At}'", $"at: one of: {string.Join(", ", schema.Properties.Select(p => p.Name))}");
        return null;
    }

    private static Schema? WithFields(Schema schema, CustomerManifest customer)
    {
        if (schema.Properties.Count > 0) return schema;
        customer.Node.Report(
            $"the spec describes no fields of what '{customer.Operation}' answers{(customer.At is null ? "" : $" at '{customer.At}'")}",
            "operation, and at where there is an envelope: where one customer stands, an object with properties");
        return null;
    }
}
