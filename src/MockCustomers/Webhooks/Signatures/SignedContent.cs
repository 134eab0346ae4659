namespace MockCustomers.Webhooks.Signatures;

/// <summary>What a signature is over.</summary>
/// <param name="Id">The message's id: the same in each delivery of it.</param>
/// <param name="Time">The time of the delivery, as Unix seconds.</param>
/// <param name="Body">The body, byte for byte.</param>
internal readonly record struct SignedContent(string Id, long Time, ReadOnlyMemory<byte> Body);
