namespace MockCustomers.Paging;

/// <summary>How a client words which page it wants, for those who show it to others.</summary>
/// <param name="Style">The name that manifests give the pager.</param>
/// <param name="Start">The parameter with the page's number, or with how many customers to pass over; null for none.</param>
/// <param name="Size">The parameter with how many customers a page holds; null for none.</param>
/// <param name="First">The number of the first page; 0 where pages have none.</param>
/// <param name="FixedSize">How many customers a page holds unless a parameter, or its default, says otherwise.</param>
internal sealed record PagerShape(string Style, string? Start, string? Size, int First, int FixedSize)
{
    /// <summary>The parameter with the id that a page follows; null for none.</summary>
    public string? After { get; init; }

    /// <summary>The parameter with the id that a page leads up to; null for none.</summary>
    public string? Before { get; init; }
}
