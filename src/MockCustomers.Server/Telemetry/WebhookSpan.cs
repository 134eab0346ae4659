using System.Diagnostics;
using System.Globalization;
using MockCustomers.Server.Webhooks;
using MockCustomers.Webhooks;

namespace MockCustomers.Server.Telemetry;

/// <summary>One time that a webhook is sent, as a span of a client, in the trace of the request of which it came.</summary>
internal sealed class WebhookSpan : IDisposable
{
    private readonly Signals signals;
    private readonly Subscription subscription;
    private readonly WebhookMessage message;
    private readonly Activity? activity;
    private readonly TraceLink? came;

    /// <param name="came">Where the message began; null for in no trace.</param>
    /// <param name="number">Which time it is for its message; from 1.</param>
    public WebhookSpan(Signals signals, Subscription subscription, WebhookMessage message, TraceLink? came, int number)
    {
        this.signals = signals;
        this.subscription = subscription;
        this.message = message;
        this.came = came;
        // It was another request, perhaps, that made this thread go on.
        Activity.Current = null;
        activity = signals.Spans.StartActivity("POST", ActivityKind.Client, came?.Context ?? default);
        if (activity is { IsAllDataRequested: true }) Begin(activity, number);
    }

    /// <summary>Tells the receiver in which trace it is.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers => (activity is null ? came : TraceLink.Of(activity))?.Headers ?? [];

    /// <summary>What came of it.</summary>
    /// <param name="error">Why it counts as not delivered; null when it was delivered.</param>
    public void End(WebhookReply reply, string? error)
    {
        var kind = error is null ? null : reply.Status is { } refused ? refused.ToString(CultureInfo.InvariantCulture) : "unreached";
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(Attributes.Status, reply.Status);
            activity.SetTag(Attributes.ErrorType, kind);
            if (error is not null) activity.SetStatus(ActivityStatusCode.Error, error);
        }

        if (!signals.Instruments.WebhookAttempts.Enabled) return;
        signals.Instruments.WebhookAttempts.Add(1, new TagList
        {
            { Attributes.Vendor, subscription.Vendor },
            { Attributes.WebhookEvent, message.Event },
            { Attributes.WebhookOutcome, error is null ? "delivered" : "failed" },
        });
    }

    public void Dispose() => activity?.Dispose();

    private void Begin(Activity span, int number)
    {
        var url = subscription.Url;
        span.SetTag(Attributes.Method, "POST");
        span.SetTag(Attributes.Url, url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));
        span.SetTag(Attributes.ServerAddress, url.IdnHost);
        span.SetTag(Attributes.ServerPort, url.Port);
        if (number > 1) span.SetTag(Attributes.ResendCount, number - 1);
        span.SetTag(Attributes.Vendor, subscription.Vendor);
        span.SetTag(Attributes.Webhook, subscription.Id);
        span.SetTag(Attributes.WebhookEvent, message.Event);
        span.SetTag(Attributes.Customer, message.Customer);
    }
}
