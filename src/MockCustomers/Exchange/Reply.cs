namespace MockCustomers.Exchange;

/// <summary>The answer to a request.</summary>
/// <param name="Status">100 to 599.</param>
/// <param name="ContentType">null when there is no body.</param>
/// <param name="Body">Valid until the request's output is cleared.</param>
/// <param name="Headers">Besides Content-Type and Content-Length.</param>
public sealed record Reply(
    int Status,
    string? ContentType,
    ReadOnlyMemory<byte> Body,
    IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>How many seconds the reply is held back; 0 to 60.</summary>
    public int Wait { get; init; }
}
