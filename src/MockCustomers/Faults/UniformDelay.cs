namespace MockCustomers.Faults;

/// <summary>Any delay between two, each as likely as the others.</summary>
/// <param name="Most">Not less than the shortest.</param>
internal sealed record UniformDelay(TimeSpan Shortest, TimeSpan Most) : FaultDelay
{
    internal override TimeSpan Draw(ulong bits) => Shortest + ((Most - Shortest) * RandomBits.Fraction(bits));
}
