using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;

namespace MockCustomers.Server.Control;

/// <summary>Reads and moves the sandbox's clock, the same for every vendor.</summary>
internal sealed class ClockResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    /// <summary>Past this time the vendors' dates end.</summary>
    private static readonly long Latest = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/clock", _ => Now()),
        ControlRoute.Post("/__admin/clock", Advance),
    ];

    private ControlAnswer Advance(ControlCall call)
    {
        if (hosts() is not [var first, ..]) throw new ControlException(503, "nobody listens yet; GET /health/ready says when");
        var clock = first.Sessions.Default.Clock;
        var before = clock.Now;
        clock.Advance(call.Read("""{"advance": "PT60S"}""", body => Later(body, before)) - before);
        return Now();
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

    private ControlAnswer Now()
    {
        var now = hosts() is [var first, ..] ? first.Sessions.Default.Clock.Now : 0;
        return ControlAnswer.Ok(new JsonObject
        {
            ["now"] = DateTimeOffset.UnixEpoch.AddMicroseconds(now).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        });
    }
}
