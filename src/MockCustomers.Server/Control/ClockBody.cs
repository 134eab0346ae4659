using System.Text.Json;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Sessions;

namespace MockCustomers.Server.Control;

/// <summary>What users write of clocks, and what they read of them.</summary>
internal static class ClockBody
{
    /// <summary>A body that would be right.</summary>
    public const string Example = """{"advance": "P3D"}""";

    private const string Advance = "advance";
    private const string Set = "set";
    private const string Freeze = "freeze";
    private const string Rate = "rate";
    private const string Clock = "clock";

    /// <summary>What a body wants of a clock.</summary>
    /// <param name="session">Whose clock it is, for what is reported; null where the request names one alone.</param>
    /// <param name="now">What it says, as Unix microseconds.</param>
    public static ClockChange Change(JsonPlace body, string? session, long now)
    {
        body.Allow(Advance, Set, Freeze, Rate);
        var (advance, set, freeze, rate) = (body.Optional(Advance), body.Optional(Set), body.Optional(Freeze), body.Optional(Rate));
        if (body.IsObject && advance is null && set is null && freeze is null && rate is null) body.Report("nothing is asked of the clock", $"one of: {Example}, {{\"set\": \"2026-03-01T00:00:00Z\"}}, {{\"freeze\": true}}, {{\"rate\": 3600}}");
        if (advance is not null && set is not null) set.Report("'advance' and 'set' exclude each other", "one of them");
        var isFrozen = freeze is null ? (bool?)null : body.Flag(Freeze);
        var speed = body.Fraction(Rate, 0, ClockPace.Fastest);
        if (speed is not null && isFrozen == true) rate!.Report("a clock that is frozen has no rate", "without 'freeze', or with \"freeze\": false");
        return new ClockChange
        {
            Advance = advance is null ? 0 : After(advance, session, now) - now,
            To = set is null ? null : Time(body, set, session, now),
            IsFrozen = speed is null ? isFrozen : false,
            Rate = speed,
        };
    }

    /// <summary>How the clock of a session that is to be opened begins; null where nothing is said.</summary>
    public static ClockPace? Pace(JsonPlace body)
    {
        var (mode, rate) = (body.OneOf(Clock, [.. Enum.GetNames<ClockMode>().Select(name => name.ToLowerInvariant())]), body.Fraction(Rate, 0, ClockPace.Fastest));
        if (rate is not null && mode == Word(ClockMode.Frozen)) body.Optional(Rate)!.Report("a clock that is frozen has no rate", "\"clock\": \"real\", or none");
        return rate is { } speed ? new ClockPace(IsFrozen: false, speed) : mode is null ? null : new ClockPace(mode == Word(ClockMode.Frozen), 1);
    }

    private static long After(JsonPlace place, string? session, long now)
    {
        if (place.AsText is not { } period || Iso8601.After(now, period) is not { } then) place.Expected($"{Iso8601.Wanted}; the clock goes forward only");
        else if (then >= SessionClock.End) place.Expected($"a shorter period: this one leads past the year 2099{Of(session)}");
        else return then;
        return now;
    }

    private static long? Time(JsonPlace body, JsonPlace place, string? session, long now)
    {
        if (body.Time(Set) is not { } time) return null;
        if (time < now) place.Expected($"a time from {Timestamp.Shown(now)} on{Of(session)}: the clock goes forward only, and a reset of the session takes it back where it began");
        else if (time >= SessionClock.End) place.Expected("a time before the year 2100");
        else return time;
        return null;
    }

    private static string Of(string? session) => session is null ? "" : $", in the session '{session}'";

    private static string Word(ClockMode mode) => JsonNamingPolicy.CamelCase.ConvertName(mode.ToString());
}
