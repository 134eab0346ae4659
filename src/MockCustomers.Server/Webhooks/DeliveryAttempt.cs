using MockCustomers.Webhooks;

namespace MockCustomers.Server.Webhooks;

/// <summary>One time that a webhook was sent.</summary>
/// <param name="Number">Among the attempts of the subscription; from 1.</param>
/// <param name="Try">Which time it is for its message; from 1. Replays count, too.</param>
/// <param name="At">When, as Unix microseconds of the session's clock.</param>
/// <param name="Headers">As they were sent, the secret apart.</param>
/// <param name="Error">Why it counts as not delivered; null when it was delivered.</param>
/// <param name="Next">When the message is tried again, as Unix microseconds of the session's clock; null when it is not.</param>
/// <param name="Replayed">The number of the attempt that it repeats; null for one that the sandbox made by itself.</param>
internal sealed record DeliveryAttempt(
    int Number,
    int Try,
    long At,
    Uri Url,
    WebhookMessage Message,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    WebhookReply Reply,
    string? Error,
    long? Next,
    int? Replayed);
