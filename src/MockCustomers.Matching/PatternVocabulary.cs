namespace MockCustomers.Matching;

/// <summary>The names that patterns may use.</summary>
/// <param name="Operations">The operations' ids by vendor.</param>
/// <param name="SecretHeaders">The headers whose values the journal does not keep.</param>
internal sealed record PatternVocabulary(IReadOnlyDictionary<string, IReadOnlyList<string>> Operations, IReadOnlyList<string> SecretHeaders)
{
    internal IReadOnlyList<string> Vendors => [.. Operations.Keys.Order(StringComparer.Ordinal)];

    /// <param name="vendor">null for any.</param>
    internal IReadOnlyList<string> OperationsOf(string? vendor) =>
        vendor is not null && Operations.TryGetValue(vendor, out var own) ? own : [.. Operations.Values.SelectMany(ids => ids).Distinct().Order(StringComparer.Ordinal)];

    internal bool IsSecret(string header) => SecretHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);
}
