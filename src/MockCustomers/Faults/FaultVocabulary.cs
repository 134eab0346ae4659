namespace MockCustomers.Faults;

/// <summary>The names that faults may use: operations' ids by vendor.</summary>
internal sealed record FaultVocabulary(IReadOnlyDictionary<string, IReadOnlyList<string>> Operations)
{
    internal IReadOnlyList<string> Vendors => [.. Operations.Keys.Order(StringComparer.Ordinal)];

    /// <param name="vendor">null for any.</param>
    internal IReadOnlyList<string> OperationsOf(string? vendor) =>
        vendor is not null && Operations.TryGetValue(vendor, out var own) ? own : [.. Operations.Values.SelectMany(ids => ids).Distinct().Order(StringComparer.Ordinal)];
}
