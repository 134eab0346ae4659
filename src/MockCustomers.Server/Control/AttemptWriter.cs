using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Server.Webhooks;

namespace MockCustomers.Server.Control;

/// <summary>Attempts to deliver a webhook, as administration tells them.</summary>
internal static class AttemptWriter
{
    public static JsonNode? Write(DeliveryAttempt attempt) => new JsonObject
    {
        ["attempt"] = attempt.Number,
        ["try"] = attempt.Try,
        ["at"] = Moment(attempt.At),
        ["event"] = attempt.Message.Event,
        ["message"] = attempt.Message.Id,
        ["customer"] = attempt.Message.Customer,
        ["request"] = new JsonObject
        {
            ["url"] = attempt.Url.OriginalString,
            ["headers"] = new JsonObject(attempt.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["body"] = Encoding.UTF8.GetString(attempt.Message.Body.Span),
        },
        ["response"] = attempt.Reply.Status is { } status ? new JsonObject { ["status"] = status, ["body"] = attempt.Reply.Body } : null,
        ["milliseconds"] = Math.Round(attempt.Reply.Duration.TotalMilliseconds, 3),
        ["delivered"] = attempt.Error is null,
        ["error"] = attempt.Error,
        ["next"] = attempt.Next is { } next ? Moment(next) : null,
        ["replayOf"] = attempt.Replayed,
    };

    /// <summary>A time of a session's clock.</summary>
    public static string Moment(long time) => DateTimeOffset.UnixEpoch.AddMicroseconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
