using MockCustomers.Exchange;

namespace MockCustomers.Cli.Exchanges;

/// <summary>The headers of a request that is asked in memory.</summary>
internal sealed class RecordedHeaders(IReadOnlyList<KeyValuePair<string, string>> headers) : IRequestHeaders
{
    public string? this[string name] => headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public IEnumerable<KeyValuePair<string, string>> All => headers;

    public IReadOnlyList<KeyValuePair<string, string>> Without(string credential) => [.. headers.Where(header => !header.Key.Equals(credential, StringComparison.OrdinalIgnoreCase))];
}
