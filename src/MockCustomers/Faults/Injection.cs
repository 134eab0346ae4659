namespace MockCustomers.Faults;

/// <summary>What a fault does to one call.</summary>
/// <param name="FaultId">Which fault.</param>
/// <param name="Code">The status to answer in the vendor's own words, 400 to 599; null for the reply that comes of itself.</param>
/// <param name="RetryAfter">null for what the vendor tells.</param>
/// <param name="Delay">Zero for none.</param>
/// <param name="BytesPerSecond">null for at once.</param>
/// <param name="Transport">null for a connection that holds.</param>
internal sealed record Injection(string FaultId, int? Code, TimeSpan? RetryAfter, TimeSpan Delay, int? BytesPerSecond, TransportFault? Transport)
{
    /// <summary>How a body is sent in pieces; null for at once, or by the second.</summary>
    public Dribble? Dribble { get; init; }

    /// <summary>Whether the reply is sent otherwise than at once and whole.</summary>
    public bool ChangesSending => Transport is not null || BytesPerSecond is not null || Dribble is not null;
}
