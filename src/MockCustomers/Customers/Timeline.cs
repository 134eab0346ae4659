namespace MockCustomers.Customers;

/// <summary>When customers came: number 0 is the newest, and each next number came before it.</summary>
/// <remarks>
/// Ages grow as Span * n / (n + Half): half of the span is reached at number <see cref="Half"/>, the whole of it never. So a
/// thousand customers came in the last ten weeks, a hundred thousand in the last three years, a billion in four, whatever the size of
/// the population: a customer keeps its date, and its id where that holds the date, when the population grows.
/// </remarks>
/// <param name="epoch">The sandbox's date, as Unix microseconds; every customer came before it.</param>
/// <param name="seed">Scatters each customer's date within its place.</param>
internal sealed class Timeline(long epoch, ulong seed)
{
    /// <summary>Four years, in microseconds.</summary>
    public const long Span = 4L * 365 * 24 * 60 * 60 * 1_000_000;

    /// <summary>The number whose customer came half a span ago.</summary>
    public const long Half = 20_000;

    public long Epoch => epoch;

    /// <summary>When a customer was created: Unix microseconds, before <see cref="Epoch"/>; never later than its predecessor's.</summary>
    public long Created(long number)
    {
        var youngest = Age(number);
        var scatter = Age(number + 1) - youngest;
        var within = scatter <= 1 ? 0 : (long)Math.BigMul(StableHash.Of(seed, (ulong)number), (ulong)scatter, out _);
        return epoch - 1 - youngest - within;
    }

    /// <summary>When a customer was last updated: from its creation up to the epoch; at its creation where that came later.</summary>
    /// <param name="bits">64 random bits; three of ten customers were never updated.</param>
    /// <param name="always">Whether the customer was updated in any case.</param>
    public long Updated(long created, ulong bits, bool always = false)
    {
        if (created >= epoch || (!always && StableHash.Below(bits, 10) < 3)) return created;
        return created + (long)Math.BigMul(StableHash.Bits(bits), (ulong)(epoch - created), out _);
    }

    /// <summary>How many numbers below <paramref name="population"/> were created after a time.</summary>
    public long CountAfter(long unixMicroseconds, long population)
    {
        var (low, high) = (0L, population);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Created(middle) > unixMicroseconds) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Span * n / (n + Half), rounded down, without a product that needs more than 64 bits.</summary>
    private static long Age(long number) => Span - (Span * Half + number + Half - 1) / (number + Half);
}
