using MockCustomers.Faults;

namespace MockCustomers.Exchange;

/// <summary>The answer to a request.</summary>
/// <param name="Status">100 to 599.</param>
/// <param name="ContentType">null when there is no body.</param>
/// <param name="Body">Valid until the request's output is cleared.</param>
/// <param name="Headers">Besides Content-Type, Content-Length and those that a host sends with every reply.</param>
internal sealed record Reply(
    int Status,
    string? ContentType,
    ReadOnlyMemory<byte> Body,
    IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>How long the reply is held back; zero for not at all.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The reason phrase after the status, printable ASCII; null for the status's own.</summary>
    public string? Reason { get; init; }

    /// <summary>What a host does to the reply on its way, on purpose: slow it down, or break the connection; null for nothing.</summary>
    public Injection? Injected { get; init; }

    /// <summary>Writes the body, piece by piece, until it ends or its token is cancelled; null for <see cref="Body"/>.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; init; }

    /// <summary>Whether its headers hold all that a browser wants to know, so that a host adds none of those that it sends with every reply.</summary>
    public bool IsForBrowser { get; init; }

    /// <summary>The reply with more headers.</summary>
    public Reply With(IReadOnlyList<KeyValuePair<string, string>> more) =>
        more.Count == 0 ? this : this with { Headers = Headers.Count == 0 ? more : [.. Headers, .. more] };
}
