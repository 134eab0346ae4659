using NodaTime;
using NodaTime.Text;

namespace MockCustomers.Server;

/// <summary>Periods as ISO 8601 writes them: P1Y2M3W4DT5H6M7.5S.</summary>
internal static class Iso8601
{
    /// <summary>What would be right, for those who wrote something else.</summary>
    public const string Wanted = "a period of ISO 8601, such as PT60S, P3D, P1W or P1M";

    /// <summary>The time a period after another time: years and months by the calendar (a month after 31 January is the last of February), all in UTC.</summary>
    /// <param name="time">Unix microseconds.</param>
    /// <returns>Unix microseconds; null when the text is not such a period, when it goes backwards, or when it leads out of the calendar.</returns>
    public static long? After(long time, string period)
    {
        var parsed = PeriodPattern.NormalizingIso.Parse(period);
        if (!parsed.Success) return null;
        try
        {
            var start = NodaConstants.UnixEpoch.PlusTicks(time * 10).InUtc().LocalDateTime;
            var end = start + parsed.Value;
            return end < start ? null : (long)(end.InUtc().ToInstant() - NodaConstants.UnixEpoch).TotalTicks / 10;
        }
        catch (Exception outside) when (outside is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>A length of time without years and months, which have none of their own.</summary>
    /// <returns>null when the text is not such a period, or is below zero.</returns>
    public static TimeSpan? Length(string period)
    {
        var parsed = PeriodPattern.NormalizingIso.Parse(period);
        if (!parsed.Success || parsed.Value is not { Years: 0, Months: 0 }) return null;
        try
        {
            var length = parsed.Value.ToDuration().ToTimeSpan();
            return length < TimeSpan.Zero ? null : length;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
