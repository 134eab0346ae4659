namespace MockCustomers.Webhooks.Signatures;

/// <summary>A webhook as it was received.</summary>
/// <param name="Headers">Their names in any case.</param>
/// <param name="Body">Byte for byte.</param>
internal sealed record ReceivedWebhook(IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The value of a header; null when it was not sent.</summary>
    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        return null;
    }
}
