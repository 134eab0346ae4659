using MockCustomers.Paging;

namespace MockCustomers.Queries;

/// <summary>Which customers a client asks for, in which order, and which stretch of them.</summary>
/// <param name="Sort">Empty for newest first.</param>
internal sealed record CustomerQuery(Predicate Where, IReadOnlyList<SortKey> Sort, PageWindow Window);
