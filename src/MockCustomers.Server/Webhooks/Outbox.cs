using System.Collections.Concurrent;
using System.Globalization;
using MockCustomers.Events;
using MockCustomers.Server.Telemetry;
using MockCustomers.Sessions;
using MockCustomers.Vendors;
using MockCustomers.Webhooks;
using MockCustomers.Webhooks.Signatures;

namespace MockCustomers.Server.Webhooks;

/// <summary>Sends the webhooks of one session: signed, again after a failure as the vendor does, on the session's clock.</summary>
/// <param name="rulesOf">How a vendor tells of its customers; null for a vendor that is not there any more.</param>
/// <param name="clock">By which it waits until a message is tried again.</param>
/// <param name="onUnexpected">Told of every failure that should not have been; null for nobody.</param>
/// <param name="stop">Cancelled when the sandbox stops.</param>
internal sealed class Outbox(
    Session session, WebhookClient client, Func<string, WebhookRules?> rulesOf, TimeProvider clock, Action<string, Exception>? onUnexpected, CancellationToken stop) : IOutbox
{
    private static readonly string Agent = "MockCustomers/" + EngineVersion.Text;
    private readonly ConcurrentDictionary<string, SubscriptionDeliveries> deliveries = new(StringComparer.Ordinal);

    /// <summary>Tells of attempts whoever watches.</summary>
    public required Signals Signals { get; init; }

    /// <summary>Told of every attempt; null for nobody.</summary>
    public Action<WebhookEvent>? OnAttempted { get; init; }

    public string? Refusal(Uri url) => client.Refusal(url);

    /// <summary>What was sent for a subscription; null when nothing was yet.</summary>
    public SubscriptionDeliveries? Find(string subscription) => deliveries.GetValueOrDefault(subscription);

    public void Post(Subscription subscription, WebhookMessage message) => Of(subscription).Queue.Add(message);

    public void Change(Subscription subscription)
    {
        if (Find(subscription.Id) is { } known) known.Subscription = subscription;
    }

    public void Forget(string subscription)
    {
        if (deliveries.TryRemove(subscription, out var known)) known.Queue.Dispose();
    }

    public void Clear()
    {
        foreach (var id in deliveries.Keys) Forget(id);
    }

    public void Close() => Clear();

    /// <summary>Sends once more what an attempt sent: the same body, signed anew.</summary>
    public async Task<DeliveryAttempt> ReplayAsync(Subscription subscription, DeliveryAttempt attempt)
    {
        var of = Of(subscription);
        var rules = rulesOf(subscription.Vendor) ?? throw new InvalidOperationException($"there is no vendor '{subscription.Vendor}'");
        return (await AttemptAsync(of, rules, attempt.Message, TraceLink.Current, attempt.Try + 1, pause: null, attempt.Number, stop)).Attempt;
    }

    private SubscriptionDeliveries Of(Subscription subscription) => deliveries.GetOrAdd(subscription.Id, _ =>
    {
        SubscriptionDeliveries? made = null;
        made = new SubscriptionDeliveries(subscription) { Queue = new DeliveryQueue((delivery, ending) => SendAsync(made!, delivery, ending), stop) };
        return made;
    });

    /// <summary>Sends a message; what it makes ends when the message is to be sent again, and is null when it is done with.</summary>
    private async Task<Task?> SendAsync(SubscriptionDeliveries of, Delivery delivery, CancellationToken ending)
    {
        try
        {
            if (rulesOf(of.Subscription.Vendor) is not { } rules) return null;
            delivery.Tries++;
            var pause = delivery.Tries <= rules.Retries.Count ? rules.Retries[delivery.Tries - 1] : (TimeSpan?)null;
            return (await AttemptAsync(of, rules, delivery.Message, delivery.Came, delivery.Tries, pause, replayed: null, ending)).Due;
        }
        catch (Exception unexpected) when (unexpected is not (OutOfMemoryException or OperationCanceledException))
        {
            onUnexpected?.Invoke(of.Subscription.Vendor, unexpected);
            return null;
        }
    }

    /// <returns>The attempt, and what ends when it is to be repeated; null when it is not.</returns>
    private async Task<(DeliveryAttempt Attempt, Task? Due)> AttemptAsync(
        SubscriptionDeliveries of, WebhookRules rules, WebhookMessage message, TraceLink? came, int number, TimeSpan? pause, int? replayed, CancellationToken ending)
    {
        var subscription = of.Subscription;
        var (at, timer) = (session.Clock.Now, session.Clock.Machine);
        var time = subscription.IsSignedBySessionsClock ? at / 1_000_000 : timer.GetUtcNow().ToUnixTimeSeconds();
        var headers = rules.Signature.Sign(new SignedContent(message.Id, time, message.Body), subscription.Secret);
        using var span = new WebhookSpan(Signals, subscription, message, came, number);
        IReadOnlyList<KeyValuePair<string, string>> all = [KeyValuePair.Create("User-Agent", Agent), .. message.Headers, .. span.Headers, .. headers];
        var reply = await client.SendAsync(subscription.Url, all, message.Body, rules.Timeout, ending, subscription.Receiver);
        var error = reply.Error ?? (rules.IsDelivered(reply.Status!.Value) ? null : Refused(reply.Status.Value));
        span.End(reply, error);
        var again = error is null ? null : pause;
        var next = session.Clock.Now + (long?)again?.TotalMicroseconds;
        // It is waited for before anybody is told when that is: whoever then moves the clock there finds it waiting.
        var due = again is { } wait ? Task.Delay(wait, clock, ending) : null;
        IReadOnlyList<KeyValuePair<string, string>> shown = [.. all.Select(header => header.Value.Contains(subscription.Secret, StringComparison.Ordinal) ? KeyValuePair.Create(header.Key, "(redacted)") : header)];
        var attempt = of.Log.Add(new DeliveryAttempt(0, number, at, subscription.Url, message, shown, reply, error, next, replayed));
        var told = new WebhookEvent(at, subscription.Vendor, subscription.Id, attempt.Number, message.Event, message.Customer, reply.Status, error, next);
        session.Events.Publish(told);
        OnAttempted?.Invoke(told);
        return (attempt, due);
    }

    private static string Refused(int status) => string.Create(CultureInfo.InvariantCulture, $"the receiver answered {status}{(status is >= 300 and <= 399 ? "; redirects are not followed" : "")}");
}
