using MockCustomers.Store;

namespace MockCustomers.Queries;

/// <summary>What a query found.</summary>
/// <param name="Page">The stretch that was asked for.</param>
/// <param name="Offset">How many customers stand before it.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record QueryResult(IReadOnlyList<CustomerHandle> Page, long Offset, long Total)
{
    /// <summary>Whether customers were looked at to find it; else it was found by arithmetic.</summary>
    public bool LookedAt { get; init; }
}
