namespace MockCustomers.Delays;

/// <summary>Any delay between two, each as likely as the others.</summary>
/// <param name="Most">Not less than the shortest.</param>
internal sealed record UniformDelay(TimeSpan Shortest, TimeSpan Most) : Delay
{
    internal override TimeSpan Middle => Shortest + ((Most - Shortest) / 2);

    internal override TimeSpan Draw(ulong bits) => Shortest + ((Most - Shortest) * RandomBits.Fraction(bits));
}
