namespace MockCustomers.Delays;

/// <summary>Makes numbers of random bits.</summary>
internal static class RandomBits
{
    /// <summary>A number from 0 up to but not including 1.</summary>
    public static double Fraction(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
