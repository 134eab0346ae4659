namespace MockCustomers.Customers;

/// <summary>A kind and a state by their names: what a document keeps, so that it outlives a manifest in which they stand in another order.</summary>
internal readonly record struct StratumName(string Kind, string State);
