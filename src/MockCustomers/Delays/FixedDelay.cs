namespace MockCustomers.Delays;

/// <summary>The same delay each time.</summary>
internal sealed record FixedDelay(TimeSpan Time) : Delay
{
    internal override TimeSpan Middle => Time;

    internal override TimeSpan Draw(ulong bits) => Time;
}
