namespace MockCustomers.Faults;

/// <summary>How long a reply is held back.</summary>
internal abstract record FaultDelay
{
    /// <summary>No delay is longer: ten minutes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The delay of one call: equal bits give equal delays.</summary>
    internal abstract TimeSpan Draw(ulong bits);
}
