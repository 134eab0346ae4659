namespace MockCustomers.Customers;

/// <summary>A state of a customer's lifecycle, such as approved.</summary>
/// <param name="Name">As in the manifest.</param>
public sealed record State(string Name);
