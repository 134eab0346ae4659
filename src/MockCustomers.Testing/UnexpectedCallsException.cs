namespace MockCustomers.Testing;

/// <summary>What was called is not what a test expected; the message prints the calls, and why they were refused.</summary>
public sealed class UnexpectedCallsException : Exception
{
    /// <summary>More calls than that are not printed.</summary>
    private const int MostLines = 50;

    internal UnexpectedCallsException(string problem, IReadOnlyList<SandboxCall> calls)
        : base($"{problem}\n{Lines(calls)}") => Calls = calls;

    /// <summary>The calls that there were instead, oldest first; of refusals that were not expected, the refused ones.</summary>
    public IReadOnlyList<SandboxCall> Calls { get; }

    /// <summary>The latest of some calls, a line each.</summary>
    internal static string Lines(IReadOnlyList<SandboxCall> calls)
    {
        if (calls.Count == 0) return "  (no calls)";
        var lines = calls.TakeLast(MostLines).Select(call => $"  {call}");
        return string.Join('\n', calls.Count > MostLines ? lines.Prepend($"  ({calls.Count - MostLines} earlier calls)") : lines);
    }
}
