using MockCustomers.Customers;

namespace MockCustomers.Fakes.Facts;

/// <summary>Birth dates of people who were at least 18 when they became customers and are at most 90 on the sandbox's date.</summary>
internal static class BirthDate
{
    private const int Youngest = 18;
    private const int Oldest = 90;
    private const long MicrosecondsADay = 24L * 60 * 60 * 1_000_000;
    private static readonly int UnixEpoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Seventeen of twenty are from 20, when they became customers, to 60; the others are anything that is allowed.</summary>
    /// <param name="created">When the person became a customer, as Unix microseconds.</param>
    /// <param name="epoch">The sandbox's date, as Unix microseconds.</param>
    /// <param name="bits">64 random bits.</param>
    public static DateOnly At(long created, long epoch, ulong bits)
    {
        var (least, most) = StableHash.Below(bits, 20) < 17 ? (20, 60) : (Youngest, Oldest);
        // Whoever is 90 turns 91 tomorrow at the earliest.
        var earliest = Day(epoch).AddYears(-most - 1).AddDays(1).DayNumber;
        var latest = Day(created).AddYears(-least).DayNumber;
        return DateOnly.FromDayNumber(earliest + StableHash.Below(StableHash.Bits(bits), latest - earliest + 1));
    }

    private static DateOnly Day(long unixMicroseconds) =>
        DateOnly.FromDayNumber(UnixEpoch + (int)(unixMicroseconds / MicrosecondsADay));
}
