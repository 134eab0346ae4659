namespace MockCustomers.Exchange;

/// <summary>A request as a host hands it over.</summary>
/// <param name="Method">Upper case as sent.</param>
/// <param name="Target">The raw request target: path and query as they came, still percent-encoded.</param>
/// <param name="Body">Empty when there is none.</param>
/// <param name="Output">Where the reply's body is written; the host's, and cleared by it.</param>
internal sealed record Request(
    string Method, string Target, IRequestHeaders Headers, ReadOnlyMemory<byte> Body, JsonBuffer Output)
{
    private readonly int question = Target.IndexOf('?', StringComparison.Ordinal);

    /// <summary>Whether the body was larger than the sandbox reads, and so was not read.</summary>
    public bool IsBodyTooLarge { get; init; }

    /// <summary>Who asks: the address of the client; empty when it is not known.</summary>
    public string Client { get; init; } = "";

    /// <summary>Whether the sandbox's owner asks, past stubs, limits, faults and the journal: what has to be so before a test begins.</summary>
    public bool IsOwners { get; init; }

    /// <summary>Whether who asks waits with its thread while another writes, as it cannot await.</summary>
    public bool HoldsThread { get; init; }

    /// <summary>Is told what becomes of the request; null when nobody watches.</summary>
    public Trail? Trail { get; init; }

    public string Target { get; } = Target;

    /// <summary>The path of the target, still percent-encoded.</summary>
    public ReadOnlySpan<char> Path => question < 0 ? Target : Target.AsSpan(0, question);

    /// <summary>The query of the target without its question mark; empty when there is none.</summary>
    public ReadOnlySpan<char> Query => question < 0 ? [] : Target.AsSpan(question + 1);
}
