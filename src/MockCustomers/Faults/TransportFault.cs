namespace MockCustomers.Faults;

/// <summary>How a connection breaks in place of a reply.</summary>
internal enum TransportFault
{
    /// <summary>The connection is reset (TCP RST).</summary>
    Reset,

    /// <summary>The connection is closed without a byte.</summary>
    Empty,

    /// <summary>The second half of the reply is missing, and the connection is closed.</summary>
    Truncate,

    /// <summary>Bytes that are no HTTP, and the connection is closed.</summary>
    Garbage,

    /// <summary>The head of a reply with status 200 whose body is sent in chunks, bytes that are no chunk, and the connection is closed.</summary>
    Malformed,
}
