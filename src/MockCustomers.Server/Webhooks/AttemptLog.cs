namespace MockCustomers.Server.Webhooks;

/// <summary>The latest attempts of a subscription.</summary>
internal sealed class AttemptLog
{
    /// <summary>Older ones than so many are forgotten.</summary>
    public const int Most = 1000;

    private readonly Lock writing = new();
    private readonly Queue<DeliveryAttempt> latest = [];
    private int count;

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<DeliveryAttempt> All
    {
        get
        {
            lock (writing) return [.. latest];
        }
    }

    public DeliveryAttempt? Find(int number)
    {
        lock (writing) return latest.FirstOrDefault(attempt => attempt.Number == number);
    }

    /// <summary>Adds one, with the next number.</summary>
    public DeliveryAttempt Add(DeliveryAttempt attempt)
    {
        lock (writing)
        {
            var numbered = attempt with { Number = ++count };
            latest.Enqueue(numbered);
            if (latest.Count > Most) latest.Dequeue();
            return numbered;
        }
    }
}
