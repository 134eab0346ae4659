namespace MockCustomers.Faults;

/// <summary>A call, as faults are matched against it.</summary>
internal readonly ref struct FaultQuery
{
    public required string Vendor { get; init; }

    /// <summary>The operation's id; null when the path is none's.</summary>
    public string? Operation { get; init; }

    public required string Session { get; init; }

    /// <summary>Upper case.</summary>
    public required string Method { get; init; }

    /// <summary>As sent: still percent-encoded, without the query.</summary>
    public required ReadOnlySpan<char> Path { get; init; }

    /// <summary>The id of the customer that the path names; null for none.</summary>
    public string? Customer { get; init; }

    /// <summary>The session's time, as Unix microseconds.</summary>
    public required long Now { get; init; }
}
