
namespace MockCustomers.Store;

/// <summary>One customer of a store: made from its number, or kept as a document.</summary>
/// <param name="Number">-1 for a document.</param>
/// <param name="Document">null for a customer made from its number.</param>
public readonly record struct CustomerHandle(long Number, CustomerDocument? Document);
