using System.Globalization;
using System.Text;

namespace MockCustomers.Delays;

/// <summary>Durations of ISO 8601, such as P1DT12H or PT0.2S, as times of a fixed length: a year is 365 days, a month 30.</summary>
/// <remarks>
/// They are read and written as <see cref="System.Xml.XmlConvert"/> does (a test compares the two), except that none is negative.
/// That class is not used because every start reads durations, and its assembly takes 2 MB (ADR 13).
/// </remarks>
internal static class IsoDuration
{
    private static readonly (char Letter, long Ticks)[] Dates = [('Y', 365 * TimeSpan.TicksPerDay), ('M', 30 * TimeSpan.TicksPerDay), ('D', TimeSpan.TicksPerDay)];

    private static readonly (char Letter, long Ticks)[] Times = [('H', TimeSpan.TicksPerHour), ('M', TimeSpan.TicksPerMinute), ('S', TimeSpan.TicksPerSecond)];

    /// <summary>Reads a duration; false for any other text, and for a duration that is longer than a <see cref="TimeSpan"/> can be.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = default;
        if (text is not ['P', .. var parts] || parts.IsEmpty || parts[^1] == 'T') return false;
        var cut = parts.IndexOf('T');
        var ticks = 0m;
        if (!Add(cut < 0 ? parts : parts[..cut], Dates, ref ticks) || !Add(cut < 0 ? [] : parts[(cut + 1)..], Times, ref ticks)) return false;
        if (ticks > long.MaxValue) return false;
        duration = TimeSpan.FromTicks((long)ticks);
        return true;
    }

    /// <summary>Writes a duration that is not negative in days, hours, minutes and seconds, without those that are 0.</summary>
    public static string Format(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var text = new StringBuilder("P");
        if (duration.Days > 0) text.Append(duration.Days).Append('D');
        var seconds = duration.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond;
        if (duration.Ticks % TimeSpan.TicksPerDay > 0 || duration == TimeSpan.Zero) text.Append('T');
        if (duration.Hours > 0) text.Append(duration.Hours).Append('H');
        if (duration.Minutes > 0) text.Append(duration.Minutes).Append('M');
        if (seconds > 0 || duration == TimeSpan.Zero) text.Append(CultureInfo.InvariantCulture, $"{seconds:0.#######}S");
        return text.ToString();
    }

    /// <summary>Adds the counts of some units, each at most once and in their order.</summary>
    private static bool Add(ReadOnlySpan<char> text, (char Letter, long Ticks)[] units, ref decimal ticks)
    {
        foreach (var (letter, length) in units)
        {
            var end = text.IndexOf(letter);
            if (end < 0) continue;
            if (!Count(text[..end], mayBeFraction: letter == 'S', out var count) || count > long.MaxValue / length) return false;
            ticks += decimal.Round(count * length, MidpointRounding.AwayFromZero);
            text = text[(end + 1)..];
        }

        return text.IsEmpty;
    }

    private static bool Count(ReadOnlySpan<char> text, bool mayBeFraction, out decimal count)
    {
        count = 0;
        var styles = mayBeFraction ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        return text is [>= '0' and <= '9', ..] and [.., >= '0' and <= '9'] && decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out count);
    }
}
