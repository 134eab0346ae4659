namespace MockCustomers.Ids;

/// <summary>Compares ids whose letters may be capitals, behind a prefix whose letters may not.</summary>
internal sealed class CaselessIds(string prefix) : IEqualityComparer<string>
{
    public bool Equals(string? x, string? y) =>
        string.Equals(x, y, StringComparison.OrdinalIgnoreCase) && (x is null || PrefixOf(x).SequenceEqual(PrefixOf(y!)));

    public int GetHashCode(string obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(obj);

    private ReadOnlySpan<char> PrefixOf(string id) => id.AsSpan(0, Math.Min(prefix.Length, id.Length));
}
