using System.Globalization;

namespace MockCustomers.Queries;

/// <summary>Times as clients write them.</summary>
internal static class Times
{
    private static readonly string[] Days = ["yyyy-MM-dd"];

    /// <summary>A day or a time of ISO 8601 as Unix microseconds; without an offset it is UTC.</summary>
    public static bool TryParse(string text, out long unixMicroseconds)
    {
        unixMicroseconds = 0;
        if (text.Length < 10 || text[4] != '-') return false;
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal;
        if (!DateTimeOffset.TryParseExact(text, Days, CultureInfo.InvariantCulture, utc, out var time)
            && (!text.Contains('T', StringComparison.Ordinal) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out time))) return false;
        unixMicroseconds = (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return true;
    }
}
