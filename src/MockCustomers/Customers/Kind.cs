namespace MockCustomers.Customers;

/// <summary>A kind of customer, such as individual or corporate.</summary>
/// <param name="Name">As in the manifest.</param>
/// <param name="Subject">Whether a person or a company stands behind the customer.</param>
internal sealed record Kind(string Name, Subject Subject)
{
    /// <summary>The fields that tell the kind: customers of it have no other values in them.</summary>
    internal IReadOnlyList<FixedField> FixedFields { get; init; } = [];

    /// <summary>The fields that customers of the kind do not have: dotted paths.</summary>
    internal IReadOnlyList<string> OmittedFields { get; init; } = [];
}
