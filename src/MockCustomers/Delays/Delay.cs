namespace MockCustomers.Delays;

/// <summary>How long something takes: always the same, or drawn.</summary>
internal abstract record Delay
{
    /// <summary>Half of the delays are shorter.</summary>
    internal abstract TimeSpan Middle { get; }

    /// <summary>One delay: equal bits give equal delays.</summary>
    internal abstract TimeSpan Draw(ulong bits);
}
