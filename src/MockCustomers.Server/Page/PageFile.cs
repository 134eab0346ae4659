namespace MockCustomers.Server.Page;

/// <summary>A file of the page.</summary>
/// <param name="Type">Its media type.</param>
internal sealed record PageFile(string Type, ReadOnlyMemory<byte> Bytes);
