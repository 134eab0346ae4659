using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Server.Webhooks;

namespace MockCustomers.Testing;

/// <summary>One time that a webhook was sent, and what came of it.</summary>
public sealed class SandboxDelivery
{
    private readonly DeliveryAttempt attempt;

    internal SandboxDelivery(DeliveryAttempt attempt)
    {
        this.attempt = attempt;
        Headers = new SandboxHeaders(attempt.Headers);
    }

    /// <summary>Counts the attempts of the webhook, from 1.</summary>
    public int Number => attempt.Number;

    /// <summary>Which time it was for its message; from 1.</summary>
    public int Try => attempt.Try;

    /// <summary>When, by the world's clock.</summary>
    public DateTimeOffset At => DateTimeOffset.UnixEpoch.AddMicroseconds(attempt.At);

    /// <summary>The event, as the vendor calls it.</summary>
    public string Event => attempt.Message.Event;

    /// <summary>By which a receiver knows the message again: the same in every attempt.</summary>
    public string Message => attempt.Message.Id;

    /// <summary>The id of the customer whom it is about.</summary>
    public string Customer => attempt.Message.Customer;

    /// <summary>Where it was sent.</summary>
    public Uri Url => attempt.Url;

    /// <summary>Its headers; a secret that stands in one is left out.</summary>
    public SandboxHeaders Headers { get; }

    /// <summary>Its body.</summary>
    public string Body => Encoding.UTF8.GetString(attempt.Message.Body.Span);

    /// <summary>Its body as JSON; null when it is none.</summary>
    public JsonNode? Json => PlainJson.TryParse(attempt.Message.Body.Span, out var json) ? json : null;

    /// <summary>What the receiver answered; null when it did not.</summary>
    public int? Status => attempt.Reply.Status;

    /// <summary>The first 4 KiB of the receiver's answer; empty when there was none.</summary>
    public string Answer => attempt.Reply.Body;

    /// <summary>How long it took, on the machine's clock.</summary>
    public TimeSpan Duration => attempt.Reply.Duration;

    /// <summary>Whether the receiver took it.</summary>
    public bool IsDelivered => attempt.Error is null;

    /// <summary>Why the receiver did not take it; null when it did.</summary>
    public string? Error => attempt.Error;

    /// <summary>When its message is sent again, by the world's clock; null when it is not.</summary>
    public DateTimeOffset? Next => attempt.Next is { } next ? DateTimeOffset.UnixEpoch.AddMicroseconds(next) : null;

    /// <summary>The number of the attempt that it repeats on demand; null for one that was due.</summary>
    public int? ReplayOf => attempt.Replayed;

    /// <summary>The delivery in a line: the event, whom it is about, where to, and what came of it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}  {Event}  {Customer}  {Url} -> {Error ?? $"{Status}"}");
}
