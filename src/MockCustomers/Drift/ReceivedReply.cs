namespace MockCustomers.Drift;

/// <summary>A reply of a vendor's own API.</summary>
/// <param name="MediaType">Of its Content-Type, without parameters; null when it has none.</param>
/// <param name="Headers">The names of its headers.</param>
internal sealed record ReceivedReply(int Status, string? MediaType, IReadOnlyCollection<string> Headers, ReadOnlyMemory<byte> Body);
