using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using MockCustomers.Exchange;

namespace MockCustomers.Server;

/// <summary>Reads and moves the sandbox's clock: GET and POST /__admin/clock.</summary>
internal static class Clock
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(3653);

    /// <summary>The time; after a POST of {"advance": "PT60S"} (ISO 8601) the time that it then is, the same for every vendor.</summary>
    public static (int Status, JsonNode Body) Answer(IReadOnlyList<VendorHost> hosts, Request request)
    {
        if (request.Method == "POST")
        {
            var microseconds = (long)Advance(request).TotalMicroseconds;
            if (hosts.Count > 0) hosts[0].Sessions.Default.Clock.Advance(microseconds);
        }

        var now = hosts.Count == 0 ? 0 : hosts[0].Sessions.Default.Clock.Now;
        return (200, new JsonObject
        {
            ["now"] = DateTimeOffset.UnixEpoch.AddMicroseconds(now).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        });
    }

    private static TimeSpan Advance(Request request)
    {
        try
        {
            var text = JsonNode.Parse(request.Body.Span)?["advance"]?.GetValue<string>();
            if (text is not null && XmlConvert.ToTimeSpan(text) is var time && time >= TimeSpan.Zero && time <= Furthest) return time;
        }
        catch (Exception broken) when (broken is System.Text.Json.JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new ControlException(400, $"the body is not what it should be ({broken.Message}); {{\"advance\": \"PT60S\"}}");
        }

        throw new ControlException(400, "the clock goes forward, by ten years at most; {\"advance\": \"PT60S\"}");
    }
}
