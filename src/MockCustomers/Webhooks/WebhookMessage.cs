namespace MockCustomers.Webhooks;

/// <summary>A vendor's notice of something that happened to a customer: the same for every receiver and in every attempt.</summary>
/// <param name="Id">By which a receiver knows it again.</param>
/// <param name="Event">As the vendor calls it.</param>
/// <param name="Customer">The customer's id.</param>
/// <param name="At">When it happened, as Unix microseconds of the session's clock.</param>
/// <param name="Body">Byte for byte.</param>
/// <param name="Headers">Besides those of the signature.</param>
internal sealed record WebhookMessage(
    string Id, string Event, string Customer, long At, ReadOnlyMemory<byte> Body, IReadOnlyList<KeyValuePair<string, string>> Headers);
