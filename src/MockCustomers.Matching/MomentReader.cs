using System.Globalization;
using MockCustomers.Diagnostics;
using MockCustomers.Matching.Matchers;

namespace MockCustomers.Matching;

/// <summary>Reads the moments that values are compared with: of ISO 8601, in UTC where no offset is written.</summary>
internal static class MomentReader
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <param name="holds">What is asked of the moment that is seen and the one that stands here.</param>
    public static IMatcher Read(JsonPlace place, Func<DateTimeOffset, DateTimeOffset, bool> holds)
    {
        if (Moment(place.AsText ?? "") is { } wanted) return new ContentMatcher(content => Moment(content.Text) is { } seen && holds(seen, wanted));
        place.Expected("a moment such as \"2026-01-01T09:30:00Z\"; WireMock's \"now\" and offsets to it are not supported");
        return new AbsentMatcher();
    }

    private static DateTimeOffset? Moment(string text) => DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Utc, out var moment) ? moment : null;
}
