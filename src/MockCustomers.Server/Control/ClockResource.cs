using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Sessions;

namespace MockCustomers.Server.Control;

/// <summary>Reads and moves the clock of a session, the same for every vendor.</summary>
internal sealed class ClockResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    /// <summary>Past this time the vendors' dates end.</summary>
    internal static readonly long Latest = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/clock", call => Now(call.Query.Session(hosts()).Clock)),
        ControlRoute.Post("/__admin/clock", Advance),
    ];

    private ControlAnswer Advance(ControlCall call)
    {
        var clock = call.Query.Session(hosts()).Clock;
        var before = clock.Now;
        clock.Advance(call.Read("""{"advance": "PT60S"}""", body => Later(body, before)) - before);
        return Now(clock);
    }

    /// <summary>The time to which a body moves the clock.</summary>
    private static long Later(JsonPlace body, long now)
    {
        body.Allow("advance");
        if (body.Optional("advance") is not { } place) return body.Missing("advance", $"how far the clock goes forward: {Iso8601.Wanted}", now);
        if (place.AsText is not { } period || Iso8601.After(now, period) is not { } then) place.Expected($"{Iso8601.Wanted}; the clock goes forward only");
        else if (then >= Latest) place.Expected("a shorter period: this one leads past the year 2099");
        else return then;
        return now;
    }

    private static ControlAnswer Now(SessionClock clock) => ControlAnswer.Ok(new JsonObject { ["now"] = Shown(clock) });

    /// <summary>A clock's time as text.</summary>
    public static string Shown(SessionClock clock) => Shown(clock.Now);

    /// <summary>A time as text.</summary>
    /// <param name="time">Unix microseconds.</param>
    public static string Shown(long time) =>
        DateTimeOffset.UnixEpoch.AddMicroseconds(time).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
