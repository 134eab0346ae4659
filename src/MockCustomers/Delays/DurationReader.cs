using MockCustomers.Diagnostics;

namespace MockCustomers.Delays;

/// <summary>Reads durations as users write them.</summary>
internal static class DurationReader
{
    /// <summary>The ISO 8601 duration of an optional key, from 0 to a longest.</summary>
    public static TimeSpan? Duration(this JsonPlace place, string key, TimeSpan longest) => place.Optional(key)?.AsDuration(longest);

    /// <summary>The ISO 8601 duration that stands here, from 0 to a longest; null, and reported, for anything else.</summary>
    public static TimeSpan? AsDuration(this JsonPlace place, TimeSpan longest)
    {
        if (IsoDuration.TryParse(place.AsText, out var duration) && duration <= longest) return duration;
        place.Expected($"an ISO 8601 duration such as \"PT0.2S\", at most \"{IsoDuration.Format(longest)}\"");
        return null;
    }
}
