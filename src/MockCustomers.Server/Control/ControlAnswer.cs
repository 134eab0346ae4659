using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>What the control port answers.</summary>
/// <param name="Status">200 to 599.</param>
/// <param name="Body">null for none.</param>
internal readonly record struct ControlAnswer(int Status, JsonNode? Body)
{
    /// <summary>Writes server-sent events in place of a body; null for a body.</summary>
    public Func<Stream, CancellationToken, Task>? Events { get; private init; }

    /// <summary>The media type and the bytes of a body that is no JSON; null for none.</summary>
    public (string MediaType, ReadOnlyMemory<byte> Bytes)? Other { get; private init; }

    /// <summary>Done, and nothing to tell.</summary>
    public static ControlAnswer Nothing => new(204, null);

    public static ControlAnswer Ok(JsonNode body) => new(200, body);

    /// <summary>A body that is no JSON.</summary>
    public static ControlAnswer Text(string mediaType, ReadOnlyMemory<byte> bytes) => new(200, null) { Other = (mediaType, bytes) };

    /// <summary>Events, as long as there are any.</summary>
    /// <param name="write">Returns when there are no more; its token is cancelled when the client is gone or the sandbox stops.</param>
    public static ControlAnswer Streaming(Func<Stream, CancellationToken, Task> write) => new(200, null) { Events = write };
}
