using System.Globalization;
using MockCustomers.Exchange;

namespace MockCustomers.Queries;

/// <summary>Takes out of a query what it says of the creation time.</summary>
/// <remarks>A time is compared as it is told: a customer shown with 10:00:00 was created at some moment within that second.</remarks>
internal sealed class CreationRange(CustomerFields fields)
{
    /// <summary>Thirty thousand years, in seconds: before and after everybody.</summary>
    private const long FarAway = 1_000_000_000_000;

    /// <summary>The first moment that counts, as Unix microseconds; null for any.</summary>
    public long? From { get; private set; }

    /// <summary>The first moment that counts no more, as Unix microseconds; null for none.</summary>
    public long? Until { get; private set; }

    /// <summary>Whether a part of a query was about the creation time, and is now part of this range.</summary>
    public bool Take(Predicate part)
    {
        if (part is not Condition condition || condition.Field != fields.Created || condition.Values.Count != 1) return false;
        if (!TryTime(condition.Values[0], out var from, out var until)) return false;
        var step = fields.Resolution;
        var (down, up) = (Multiple(from, step), Multiple(until + step - 1, step));
        switch (condition.Operator)
        {
            case Operator.Equal: After(up); Before(down + step); break;
            case Operator.Greater: After(down + step); break;
            case Operator.GreaterOrEqual: After(up); break;
            case Operator.Less: Before(up); break;
            case Operator.LessOrEqual: Before(down + step); break;
            default: return false;
        }

        return true;
    }

    /// <summary>Reads a time as the microseconds that it lies between.</summary>
    private bool TryTime(string text, out long down, out long up)
    {
        if (Timestamp.TryParseLenient(text, out var time))
        {
            (down, up) = (time.Microseconds, time.MicrosecondsUp);
            return true;
        }

        down = up = 0;
        if (fields.Resolution != 1_000_000 || !long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)) return false;
        down = up = Math.Clamp(seconds, -FarAway, FarAway) * 1_000_000;
        return true;
    }

    /// <summary>The greatest multiple that is not above a time.</summary>
    private static long Multiple(long time, long step) => time - ((time % step + step) % step);

    private void After(long moment) => From = Math.Max(From ?? long.MinValue, moment);

    private void Before(long moment) => Until = Math.Min(Until ?? long.MaxValue, moment);
}
