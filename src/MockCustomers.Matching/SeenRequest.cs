using MockCustomers.Journal;
using MockCustomers.Validation;

namespace MockCustomers.Matching;

/// <summary>A request of the journal as patterns look at it; each part is made out when it is asked for.</summary>
internal sealed class SeenRequest
{
    private readonly Lazy<Content?> body;
    private readonly Lazy<ILookup<string, string>> query;
    private readonly int queryAt;

    public SeenRequest(JournalEntry entry)
    {
        Entry = entry;
        queryAt = entry.Target.IndexOf('?', StringComparison.Ordinal);
        body = new Lazy<Content?>(() => Content.Of(entry.Body));
        query = new Lazy<ILookup<string, string>>(() => (queryAt < 0 ? [] : QueryString.Parse(entry.Target.AsSpan(queryAt + 1))).ToLookup(pair => pair.Name, pair => pair.Value));
    }

    public JournalEntry Entry { get; }

    /// <summary>Raw, still percent-encoded.</summary>
    public string Path => queryAt < 0 ? Entry.Target : Entry.Target[..queryAt];

    /// <summary>null when there was none.</summary>
    public Content? Body => body.Value;

    public IReadOnlyList<string> Query(string name) => [.. query.Value[name]];

    public IReadOnlyList<string> Header(string name) =>
        [.. Entry.Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];

    /// <summary>The values of a cookie, which are redacted: all that is known of it is whether it was sent.</summary>
    public IReadOnlyList<string> Cookie(string name) =>
        [.. Header("Cookie").SelectMany(header => header.Split(';')).Select(cookie => cookie.Split('=', 2)).Where(cookie => cookie[0].Trim() == name).Select(cookie => cookie[^1])];
}
