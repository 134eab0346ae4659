using System.Globalization;
using System.Text.Json.Nodes;

namespace MockCustomers.Server.Control;

/// <summary>Reads and moves the sandbox's clock, the same for every vendor.</summary>
internal sealed class ClockResource(Func<IReadOnlyList<VendorHost>> hosts) : IControlResource
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(3653);

    public IEnumerable<ControlRoute> Routes =>
    [
        ControlRoute.Get("/__admin/clock", _ => Now()),
        ControlRoute.Post("/__admin/clock", Advance),
    ];

    private ControlAnswer Advance(ControlCall call)
    {
        var time = call.Read("""{"advance": "PT60S"}""", body =>
        {
            body.Allow("advance");
            return body.Duration("advance", Furthest) ?? body.Missing("advance", "how far the clock goes forward, such as \"PT60S\"", TimeSpan.Zero);
        });
        if (hosts() is [var first, ..]) first.Sessions.Default.Clock.Advance((long)time.TotalMicroseconds);
        return Now();
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
