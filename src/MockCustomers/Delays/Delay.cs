namespace MockCustomers.Delays;

/// <summary>How long something takes: always the same, or drawn.</summary>
internal abstract record Delay
{
    private const long Second = 1_000_000;

    /// <summary>Half of the delays are shorter.</summary>
    internal abstract TimeSpan Middle { get; }

    /// <summary>One delay: equal bits give equal delays.</summary>
    internal abstract TimeSpan Draw(ulong bits);

    /// <summary>A delay as microseconds: whole seconds, so that no machine's floating point makes a difference, and one at least.</summary>
    internal static long Microseconds(TimeSpan delay) => Math.Max(1, (long)Math.Round(delay.TotalSeconds)) * Second;
}
