namespace MockCustomers.Limits;

/// <summary>How often a client may ask.</summary>
/// <param name="Requests">In each window; 1 to 1,000,000.</param>
/// <param name="Window">In seconds; 1 to 86,400.</param>
/// <param name="Headers">Sent with every reply: name and template of {limit} and {remaining}.</param>
/// <param name="RefusedHeaders">Sent with a refusal besides: name and template of {limit}, {remaining} and {retryAfter}.</param>
internal sealed record RateLimitRule(
    int Requests, int Window, IReadOnlyList<KeyValuePair<string, string>> Headers, IReadOnlyList<KeyValuePair<string, string>> RefusedHeaders);
