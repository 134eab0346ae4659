namespace MockCustomers.Server.Webhooks;

/// <summary>What came of sending a webhook.</summary>
/// <param name="Status">What the receiver answered; null when it did not.</param>
/// <param name="Body">The beginning of what it answered; empty when it did not.</param>
/// <param name="Error">Why there is no answer; null when there is one.</param>
/// <param name="Duration">On the machine's clock.</param>
internal readonly record struct WebhookReply(int? Status, string Body, string? Error, TimeSpan Duration);
