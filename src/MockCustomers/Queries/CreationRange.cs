using System.Globalization;

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
        if (!TryTime(condition.Values[0], out var time)) return false;
        var step = fields.Resolution;
        var (down, up) = (time / step * step, (time + step - 1) / step * step);
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

    private bool TryTime(string text, out long time)
    {
        if (Times.TryParse(text, out time)) return true;
        if (fields.Resolution != 1_000_000 || !long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)) return false;
        seconds = Math.Clamp(seconds, -FarAway, FarAway);
        time = seconds * 1_000_000;
        return true;
    }

    private void After(long moment) => From = Math.Max(From ?? long.MinValue, moment);

    private void Before(long moment) => Until = Math.Min(Until ?? long.MaxValue, moment);
}
