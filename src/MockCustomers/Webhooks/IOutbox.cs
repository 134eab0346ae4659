namespace MockCustomers.Webhooks;

/// <summary>Takes the webhooks of one session to their receivers.</summary>
internal interface IOutbox
{
    /// <summary>Why a url is never called, and what would be; null when it may be.</summary>
    string? Refusal(Uri url);

    /// <summary>Takes a message over; called while a writer holds the customers, so it only notes it.</summary>
    void Post(Subscription subscription, WebhookMessage message);

    /// <summary>Goes on with a subscription as it is now.</summary>
    void Change(Subscription subscription);

    /// <summary>Sends nothing more for a subscription.</summary>
    void Forget(string subscription);

    /// <summary>Sends nothing of what it has, and forgets what it sent.</summary>
    void Clear();

    /// <summary>The same, for good.</summary>
    void Close();
}
