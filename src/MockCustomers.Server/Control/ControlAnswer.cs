using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>What the control port answers.</summary>
/// <param name="Status">200 to 599.</param>
/// <param name="Body">null for none.</param>
internal readonly record struct ControlAnswer(int Status, JsonNode? Body)
{
    /// <summary>Writes server-sent events in place of a body; null for a body.</summary>
    public Func<Stream, CancellationToken, Task>? Events { get; private init; }

    /// <summary>Sent in place of a body in JSON; null for that.</summary>
    public ControlFile? File { get; private init; }

    /// <summary>Done, and nothing to tell.</summary>
    public static ControlAnswer Nothing => new(204, null);

    public static ControlAnswer Ok(JsonNode body) => new(200, body);

    public static ControlAnswer Of(int status, ControlFile file) => new(status, null) { File = file };

    /// <summary>Events, as long as there are any.</summary>
    /// <param name="write">Returns when there are no more; its token is cancelled when the client is gone or the sandbox stops.</param>
    public static ControlAnswer Streaming(Func<Stream, CancellationToken, Task> write) => new(200, null) { Events = write };
}
