using MockCustomers.Delays;

namespace MockCustomers.Faults;

/// <summary>Which of the calls that a fault is for it hits; all that is null for every one.</summary>
/// <param name="Times">The first ones only: 1 and up.</param>
/// <param name="Every">Every so many-th only: 1 and up.</param>
/// <param name="Rate">A share of them: above 0, at most 1. The same ones in every run.</param>
/// <param name="From">Not before this time of the session's clock, as Unix microseconds.</param>
/// <param name="Until">Not at or after this time of the session's clock, as Unix microseconds.</param>
/// <remarks>Calls before and after are not counted. Of times, every and rate one at most is set.</remarks>
internal sealed record FaultTiming(long? Times = null, long? Every = null, double? Rate = null, long? From = null, long? Until = null)
{
    /// <summary>Every call.</summary>
    public static FaultTiming Always { get; } = new();

    internal bool IsOpen(long now) => (From is null || now >= From) && (Until is null || now < Until);

    /// <param name="call">The number of the call, from 1.</param>
    /// <param name="bits">The call's random bits.</param>
    internal bool Hits(long call, ulong bits)
    {
        if (Times is { } times) return call <= times;
        if (Every is { } every) return call % every == 0;
        return Rate is not { } rate || RandomBits.Fraction(bits) < rate;
    }
}
