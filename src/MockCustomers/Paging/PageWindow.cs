namespace MockCustomers.Paging;

/// <summary>The part of a list that a client asked for.</summary>
/// <param name="Offset">How many customers stand before it; never negative, and never over <see cref="long.MaxValue"/> / 2.</param>
/// <param name="Size">How many it holds at most.</param>
/// <param name="Number">The page's number as the client counts; 0 for pagers that have none.</param>
public readonly record struct PageWindow(long Offset, int Size, long Number);
