using MockCustomers.Customers;

namespace MockCustomers.Store;

/// <summary>A customer that is kept as it was given, not made from a number.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Json">The customer, compact, as it is served.</param>
/// <param name="Created">Unix microseconds; <see cref="long.MaxValue"/> where the vendor's customers have no creation time.</param>
/// <param name="Stratum">The kind and state that its fields show.</param>
/// <param name="File">The fixture's file#pointer.</param>
public sealed record CustomerDocument(string Id, ReadOnlyMemory<byte> Json, long Created, Stratum Stratum, string File);
