using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Server.Webhooks;

namespace MockCustomers.Server.Control;

/// <summary>Attempts to deliver a webhook, as administration tells them.</summary>
internal static class AttemptWriter
{
    public static JsonNode? Write(DeliveryAttempt attempt) => new JsonObject
    {
        ["attempt"] = attempt.Number,
        ["try"] = attempt.Try,
        ["at"] = Timestamp.Shown(attempt.At),
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
        ["next"] = attempt.Next is { } next ? Timestamp.Shown(next) : null,
        ["replayOf"] = attempt.Replayed,
    };
}
