namespace MockCustomers.Manifests;

/// <summary>How a list is cut into pages.</summary>
/// <param name="Style">The pager's name.</param>
/// <param name="Number">The query parameter of the page's number; for pagers that have one.</param>
/// <param name="Offset">The query parameter of the offset; for pagers that have one.</param>
/// <param name="Size">The query parameter of the page's size; null when a client cannot choose it.</param>
/// <param name="After">The parameter of the id that a page follows; for pagers that have one.</param>
/// <param name="Before">The parameter of the id that a page leads up to; for pagers that have one.</param>
/// <param name="First">The number of the first page; 0 or 1.</param>
/// <param name="Fixed">How many customers a page holds when a client cannot choose.</param>
internal sealed record PagingManifest(
    string Style, string? Number, string? Offset, string? Size, string? After, string? Before, int First, int Fixed, ManifestNode Node);
