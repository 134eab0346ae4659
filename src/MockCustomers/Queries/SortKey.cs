namespace MockCustomers.Queries;

/// <summary>A field by which a list is sorted.</summary>
/// <param name="Field">Dotted path.</param>
internal sealed record SortKey(string Field, bool Descending);
