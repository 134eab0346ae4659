namespace MockCustomers.Customers;

/// <summary>A state of a customer's lifecycle, such as approved.</summary>
/// <param name="Name">As in the manifest.</param>
internal sealed record State(string Name)
{
    /// <summary>The fields that tell the state: customers in it have no other values in them.</summary>
    internal IReadOnlyList<FixedField> FixedFields { get; init; } = [];
}
