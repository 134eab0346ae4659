using System.Globalization;

namespace MockCustomers.Exchange;

/// <summary>A moment as clients and vendors write it, to whatever fraction of a second.</summary>
/// <param name="Seconds">Unix seconds, rounded down.</param>
/// <param name="Fraction">The rest of the second: from 0 up to, but not, 1. Digits after the 28th are not read.</param>
internal readonly record struct Timestamp(long Seconds, decimal Fraction) : IComparable<Timestamp>
{
    private const int Digits = 28;

    /// <summary>The years 1 to 9999, which an offset may lead out of.</summary>
    private static readonly long First = (DateTime.MinValue - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
    private static readonly long Last = (DateTime.MaxValue - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;

    /// <summary>Unix microseconds, rounded down.</summary>
    public long Microseconds => Seconds * 1_000_000 + (long)(Fraction * 1_000_000);

    /// <summary>Unix microseconds, rounded up.</summary>
    public long MicrosecondsUp => Seconds * 1_000_000 + (long)decimal.Ceiling(Fraction * 1_000_000);

    /// <summary>
    /// Reads a date-time of RFC 3339, section 5.6: T and Z in either case, any fraction, an offset. A leap second is the first of the next minute.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Timestamp time) => TryRead(text, whole: true, out time);

    /// <summary>Reads what <see cref="TryParse"/> reads and, as UTC, the shorter forms of ISO 8601: a day, a time without seconds or without an offset.</summary>
    public static bool TryParseLenient(ReadOnlySpan<char> text, out Timestamp time) => TryRead(text, whole: false, out time);

    public int CompareTo(Timestamp other)
    {
        var order = Seconds.CompareTo(other.Seconds);
        return order != 0 ? order : Fraction.CompareTo(other.Fraction);
    }

    /// <summary>A time as text: RFC 3339, UTC, to the millisecond.</summary>
    /// <param name="unixMicroseconds">A session's time.</param>
    public static string Shown(long unixMicroseconds) => Shown(DateTimeOffset.UnixEpoch.AddMicroseconds(unixMicroseconds));

    /// <summary>A time as text: RFC 3339, UTC, to the millisecond.</summary>
    /// <param name="time">In UTC.</param>
    public static string Shown(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A text whose order, character by character, is that of the moments.</summary>
    public string ToSortableText() =>
        DateTime.UnixEpoch.AddSeconds(Math.Clamp(Seconds, First, Last)).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
        + (Fraction == 0 ? "" : Fraction.ToString(CultureInfo.InvariantCulture)[1..]);

    private static bool TryRead(ReadOnlySpan<char> text, bool whole, out Timestamp time)
    {
        time = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-') return false;
        if (!Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day)) return false;
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var seconds = (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        var rest = text[10..];
        if (rest.IsEmpty)
        {
            time = new Timestamp(seconds, 0);
            return !whole;
        }

        if (rest[0] is not ('T' or 't') || !TryClock(rest[1..], whole, out var clock, out var read)) return false;
        rest = rest[(1 + read)..];
        var fraction = 0m;
        if (rest is ['.', ..] && !TryFraction(ref rest, out fraction)) return false;
        if (!TryOffset(rest, whole, out var offset)) return false;
        time = new Timestamp(seconds + clock - offset, fraction);
        return true;
    }

    /// <summary>Reads hours, minutes and seconds; the seconds may be missing where the whole is not asked for.</summary>
    private static bool TryClock(ReadOnlySpan<char> text, bool whole, out int seconds, out int read)
    {
        (seconds, read) = (0, 5);
        if (text.Length < 5 || text[2] != ':' || !Number(text[..2], out var hour) || !Number(text[3..5], out var minute)) return false;
        var second = 0;
        if (text.Length >= 8 && text[5] == ':')
        {
            if (!Number(text[6..8], out second)) return false;
            read = 8;
        }
        else if (whole)
        {
            return false;
        }

        seconds = (hour * 60 + minute) * 60 + second;
        return hour <= 23 && minute <= 59 && second <= 60;
    }

    private static bool TryFraction(ref ReadOnlySpan<char> text, out decimal fraction)
    {
        var end = text[1..].IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text[1..] : text.Slice(1, end);
        text = text[(1 + digits.Length)..];
        fraction = 0;
        if (digits.IsEmpty) return false;
        var kept = digits[..Math.Min(digits.Length, Digits)].TrimEnd('0');
        return kept.IsEmpty || decimal.TryParse($"0.{kept}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fraction);
    }

    /// <summary>Reads how many seconds a clock is ahead of UTC.</summary>
    private static bool TryOffset(ReadOnlySpan<char> text, bool whole, out int seconds)
    {
        seconds = 0;
        if (text.IsEmpty) return !whole;
        if (text is ['Z'] or ['z']) return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':') return false;
        if (!Number(text[1..3], out var hours) || !Number(text[4..], out var minutes) || hours > 23 || minutes > 59) return false;
        seconds = (hours * 60 + minutes) * 60 * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return false;
            number = number * 10 + (digit - '0');
        }

        return true;
    }
}
