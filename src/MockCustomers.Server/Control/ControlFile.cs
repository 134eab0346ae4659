namespace MockCustomers.Server.Control;

/// <summary>A body that is no JSON: a file as it is.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">Stay as they are.</param>
/// <param name="Headers">Sent with it.</param>
internal sealed record ControlFile(string Type, ReadOnlyMemory<byte> Bytes, IReadOnlyList<KeyValuePair<string, string>> Headers);
