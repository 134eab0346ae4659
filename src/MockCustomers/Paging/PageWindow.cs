namespace MockCustomers.Paging;

/// <summary>The part of a list that a client asked for.</summary>
/// <param name="Offset">How many customers stand before it; never negative, and never over <see cref="long.MaxValue"/> / 2.</param>
/// <param name="Size">How many it holds at most.</param>
/// <param name="Number">The page's number as the client counts; 0 for pagers that have none.</param>
/// <param name="After">The id of the customer that it follows; null for none.</param>
/// <param name="Before">The id of the customer that it leads up to; null for none.</param>
internal readonly record struct PageWindow(long Offset, int Size, long Number, string? After = null, string? Before = null)
{
    /// <summary>Where in a list it lies.</summary>
    /// <param name="placeOf">How many of the list stand before a customer, and whether it is in the list; null for a customer whom nobody knows.</param>
    /// <param name="total">How many the list has.</param>
    public (long Offset, int Size) Place(Func<string, (long Place, bool IsThere)?> placeOf, long total)
    {
        if (After is not null) return (placeOf(After) is { } last ? Math.Clamp(last.Place + (last.IsThere ? 1 : 0), 0, total) : total, Size);
        if (Before is null) return (Offset, Size);
        var end = Math.Clamp(placeOf(Before)?.Place ?? 0, 0, total);
        var start = Math.Max(0, end - Size);
        return (start, (int)(end - start));
    }
}
