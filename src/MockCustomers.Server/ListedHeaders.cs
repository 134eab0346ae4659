using MockCustomers.Exchange;

namespace MockCustomers.Server;

/// <summary>The headers of a request that came over no socket.</summary>
internal class ListedHeaders(IReadOnlyList<KeyValuePair<string, string>> headers) : IRequestHeaders
{
    public string? this[string name]
    {
        get
        {
            string? joined = null;
            foreach (var (key, value) in headers)
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) joined = joined is null ? value : $"{joined},{value}";
            return joined;
        }
    }

    public IEnumerable<KeyValuePair<string, string>> All => headers;

    public IReadOnlyList<KeyValuePair<string, string>> Without(string credential) =>
        [.. headers.Select(header => KeyValuePair.Create(header.Key, JournaledHeader.Shown(header.Key, header.Value, credential)))];
}
