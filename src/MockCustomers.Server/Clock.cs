using System.Globalization;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Sessions;

namespace MockCustomers.Server;

/// <summary>Reads and moves the sandbox's clock: GET and POST /__admin/clock.</summary>
internal static class Clock
{
    /// <summary>A customer's age is reckoned in microseconds: past this year the vendors' dates end.</summary>
    private static readonly long Latest = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;

    /// <summary>The time; after a POST of {"advance": "PT60S"} (ISO 8601) the time that it then is, the same for every vendor.</summary>
    public static (int Status, JsonNode Body) Answer(IReadOnlyList<VendorHost> hosts, Request request)
    {
        if (hosts.Count == 0) throw new ControlException(503, "nobody listens yet; GET /health/ready says when");
        var clock = hosts[0].Sessions.Default.Clock;
        if (request.Method == "POST") Advance(clock, request);
        return (200, new JsonObject
        {
            ["now"] = DateTimeOffset.UnixEpoch.AddMicroseconds(clock.Now).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        });
    }

    private static void Advance(SessionClock clock, Request request)
    {
        var now = clock.Now;
        if (Period(request) is not { } period) throw new ControlException(400, $"the body has no text 'advance'; {{\"advance\": \"PT60S\"}}: {Iso8601.Wanted}");
        if (Iso8601.After(now, period) is not { } then) throw new ControlException(400, $"/advance: '{period}' is not {Iso8601.Wanted}; the clock goes forward only");
        if (then >= Latest) throw new ControlException(400, $"/advance: '{period}' leads past the year 2099; a shorter period");
        clock.Advance(then - now);
    }

    private static string? Period(Request request)
    {
        try
        {
            return JsonNode.Parse(request.Body.Span) is JsonObject body && body["advance"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (System.Text.Json.JsonException)
        {
            throw new ControlException(400, "the body is not JSON; {\"advance\": \"PT60S\"}");
        }
    }
}
