using MockCustomers.Exchange;

namespace MockCustomers.Journal;

/// <summary>One exchange as the journal keeps it.</summary>
public sealed record JournalEntry
{
    /// <summary>Counts every exchange of the session, from 1.</summary>
    public long Number { get; internal set; }

    /// <summary>The vendor's name.</summary>
    public required string Vendor { get; init; }

    /// <summary>The session's name.</summary>
    public required string Session { get; init; }

    /// <summary>When it was answered, by the machine's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was answered, by the session's clock, as Unix microseconds.</summary>
    public required long SandboxTime { get; init; }

    public required string Method { get; init; }

    /// <summary>The request target as it came; longer ones are cut at 2,048 characters.</summary>
    public required string Target { get; init; }

    /// <summary>The request's headers as they came, but for the values of credentials.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The request's body; longer ones are cut at 16 KiB, and those that the sandbox does not read are left out.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether there was more of the body than is kept.</summary>
    public bool IsBodyCut { get; init; }

    /// <summary>The address of the client; empty when it is not known.</summary>
    public string Client { get; init; } = "";

    public required int Status { get; init; }

    /// <summary>The operation's id; null when none was found.</summary>
    public string? Operation { get; init; }

    /// <summary>The customer whom the request names by its id in the path; null when it names none so.</summary>
    public string? Customer { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The id of the user's fault that struck; null for none.</summary>
    public string? Injected { get; init; }

    /// <summary>How the connection was broken on purpose, as faults name it, such as reset; null when it was not.</summary>
    internal string? Broken { get; init; }

    /// <summary>The id of the stub that answered; null when the vendor did.</summary>
    public string? Stub { get; init; }

    /// <summary>From the request's arrival to its answer.</summary>
    public required TimeSpan Elapsed { get; init; }
}
