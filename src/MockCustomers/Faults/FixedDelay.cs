namespace MockCustomers.Faults;

/// <summary>The same delay each time.</summary>
internal sealed record FixedDelay(TimeSpan Time) : FaultDelay
{
    internal override TimeSpan Draw(ulong bits) => Time;
}
