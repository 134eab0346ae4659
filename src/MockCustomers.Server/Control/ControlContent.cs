namespace MockCustomers.Server.Control;

/// <summary>A text or file of the control port that is none of its JSON answers.</summary>
/// <param name="Type">Its media type.</param>
internal sealed record ControlContent(string Type, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Sent with it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
