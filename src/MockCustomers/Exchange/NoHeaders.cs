namespace MockCustomers.Exchange;

/// <summary>The headers of a request that has none.</summary>
internal sealed class NoHeaders : IRequestHeaders
{
    public static readonly NoHeaders Instance = new();

    private NoHeaders()
    {
    }

    public string? this[string name] => null;

    public IEnumerable<KeyValuePair<string, string>> All => [];

    public IReadOnlyList<KeyValuePair<string, string>> Without(string credential) => [];
}
