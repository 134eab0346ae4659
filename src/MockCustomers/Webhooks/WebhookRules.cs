using MockCustomers.Events;
using MockCustomers.Exchange;
using MockCustomers.Ids;
using MockCustomers.Templates;
using MockCustomers.Webhooks.Signatures;

namespace MockCustomers.Webhooks;

/// <summary>How a vendor tells of its customers.</summary>
internal sealed class WebhookRules
{
    /// <summary>In the order in which the manifest has them.</summary>
    public required IReadOnlyList<WebhookRule> Events { get; init; }

    public required ISignatureScheme Signature { get; init; }

    /// <summary>Whether the API key is the secret; else each subscription has its own.</summary>
    public required bool IsKeySecret { get; init; }

    /// <summary>Sent besides the signature; a header whose template comes to nothing is left out.</summary>
    public required IReadOnlyList<KeyValuePair<string, TextTemplate>> Headers { get; init; }

    /// <summary>How long after each attempt that failed there is another one; when they are used up, it is given up.</summary>
    public required IReadOnlyList<TimeSpan> Retries { get; init; }

    /// <summary>How long a receiver may take to answer, on the machine's clock.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The statuses by which a receiver takes a webhook; empty for 200 to 299.</summary>
    public required IReadOnlyList<int> Delivered { get; init; }

    /// <summary>The ids of messages.</summary>
    public required CustomerIds MessageIds { get; init; }

    /// <summary>Subscriptions, as the vendor's own endpoints have them.</summary>
    public required SubscriptionRules Subscriptions { get; init; }

    /// <summary>The names of all events.</summary>
    public IReadOnlyList<string> Names => [.. Events.Select(rule => rule.Event).Distinct()];

    /// <summary>Whether a status means that the receiver took it.</summary>
    public bool IsDelivered(int status) => Delivered.Count == 0 ? status is >= 200 and <= 299 : Delivered.Contains(status);

    /// <summary>What is told of a change.</summary>
    /// <param name="number">Of the message, in the session and of the vendor; from 0.</param>
    public WebhookMessage Message(WebhookRule rule, CustomerEvent happened, long number)
    {
        var id = MessageIds.Of(number, happened.At);
        var values = new WebhookValues(happened, rule.Event, id, rule.OmitsEmpty);
        using var body = new JsonBuffer();
        rule.Body.Write(values, body);
        var headers = new List<KeyValuePair<string, string>>(Headers.Count);
        foreach (var (name, value) in Headers)
            if (value.Fill(values) is { Length: > 0 } text) headers.Add(KeyValuePair.Create(name, text));
        return new WebhookMessage(id, rule.Event, happened.Id, happened.At, body.Written.ToArray(), headers);
    }
}
