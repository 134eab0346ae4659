using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>What the control port answers.</summary>
/// <param name="Status">200 to 599.</param>
/// <param name="Body">null for none.</param>
internal readonly record struct ControlAnswer(int Status, JsonNode? Body)
{
    /// <summary>Writes server-sent events in place of a body; null for a body.</summary>
    public Func<Stream, CancellationToken, Task>? Events { get; private init; }

    /// <summary>What is sent in place of JSON; null for a body.</summary>
    public ControlContent? Content { get; private init; }

    /// <summary>Sent with the answer, besides its media type and length.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Done, and nothing to tell.</summary>
    public static ControlAnswer Nothing => new(204, null);

    public static ControlAnswer Ok(JsonNode body) => new(200, body);

    /// <summary>A text or file that is none of our JSON.</summary>
    public static ControlAnswer Of(ControlContent content) => new(200, null) { Content = content, Headers = content.Headers };

    /// <summary>Events, as long as there are any.</summary>
    /// <param name="write">Returns when there are no more; its token is cancelled when the client is gone or the sandbox stops.</param>
    public static ControlAnswer Streaming(Func<Stream, CancellationToken, Task> write) => new(200, null) { Events = write };
}
