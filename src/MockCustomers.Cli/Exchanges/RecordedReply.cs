namespace MockCustomers.Cli.Exchanges;

/// <summary>What a vendor answered.</summary>
/// <param name="Headers">Content-Type first, where there is a body; without those that depend on the connection.</param>
/// <param name="Body">Empty when there is none.</param>
internal sealed record RecordedReply(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    /// <summary>The media type; null when there is no body.</summary>
    public string? ContentType => Headers.FirstOrDefault(header => header.Key == "Content-Type").Value;
}
