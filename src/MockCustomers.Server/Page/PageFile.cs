namespace MockCustomers.Server.Page;

/// <summary>A file of the page.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Tag">Its entity tag, quotes included: other bytes have another one.</param>
internal sealed record PageFile(string Type, ReadOnlyMemory<byte> Bytes, string Tag);
