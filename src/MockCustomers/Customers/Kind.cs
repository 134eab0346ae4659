namespace MockCustomers.Customers;

/// <summary>A kind of customer, such as individual or corporate.</summary>
/// <param name="Name">As in the manifest.</param>
/// <param name="Subject">Whether a person or a company stands behind the customer.</param>
public sealed record Kind(string Name, Subject Subject);
