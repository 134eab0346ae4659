using MockCustomers.Diagnostics;

namespace MockCustomers.Server.Control;

/// <summary>A request to the control port that cannot be answered.</summary>
/// <param name="status">400 to 503.</param>
internal sealed class ControlException(int status, string message) : Exception(message)
{
    /// <param name="mistakes">What is wrong with the body, place by place; at least one.</param>
    public ControlException(IReadOnlyList<Diagnostic> mistakes)
        : this(400, string.Join('\n', mistakes)) => Mistakes = mistakes;

    /// <summary>Not every vendor listens yet.</summary>
    public static ControlException NotReady => new(503, "nobody listens yet; GET /health/ready says when");

    public int Status => status;

    /// <summary>What is wrong with the body; empty when something else is.</summary>
    public IReadOnlyList<Diagnostic> Mistakes { get; } = [];

    /// <summary>Sent with the refusal.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
