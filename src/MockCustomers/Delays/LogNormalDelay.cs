using MockCustomers.Customers;

namespace MockCustomers.Delays;

/// <summary>Delays as networks have them: most near the median, a few far longer.</summary>
/// <param name="Median">Half of the delays are shorter.</param>
/// <param name="Sigma">The standard deviation of the delays' logarithms: 0.5 has one in twenty at 2.3 times the median or longer.</param>
/// <param name="Longest">No delay is longer.</param>
internal sealed record LogNormalDelay(TimeSpan Median, double Sigma, TimeSpan Longest) : Delay
{
    internal override TimeSpan Middle => Median;

    internal override TimeSpan Draw(ulong bits)
    {
        // Box and Muller's transform; 1 - fraction is never 0.
        var radius = Math.Sqrt(-2 * Math.Log(1 - RandomBits.Fraction(bits)));
        var normal = radius * Math.Cos(2 * Math.PI * RandomBits.Fraction(StableHash.Bits(bits)));
        var factor = Math.Min(Math.Exp(Sigma * normal), Longest / TimeSpan.FromTicks(Math.Max(1, Median.Ticks)));
        return Median * factor;
    }
}
