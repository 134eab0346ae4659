namespace MockCustomers.Events;

/// <summary>Tells whoever listens what happens in a session.</summary>
internal sealed class EventFeed
{
    private readonly Lock subscribing = new();
    private volatile Action<SandboxEvent>[] listeners = [];

    /// <summary>Whether anybody listens: nobody has to make an event otherwise.</summary>
    public bool HasListeners => listeners.Length > 0;

    /// <summary>Tells everybody, on the caller's thread; of one customer in the order in which it happened.</summary>
    public void Publish(SandboxEvent happened)
    {
        foreach (var listener in listeners) listener(happened);
    }

    /// <summary>Listens from now on.</summary>
    /// <param name="listener">Called while a writer holds the customers: it only notes what happened, and never throws.</param>
    /// <returns>Ends it.</returns>
    public IDisposable Subscribe(Action<SandboxEvent> listener)
    {
        lock (subscribing) listeners = [.. listeners, listener];
        return new Subscription(this, listener);
    }

    private void Remove(Action<SandboxEvent> listener)
    {
        lock (subscribing) listeners = [.. listeners.Where(other => other != listener)];
    }

    private sealed class Subscription(EventFeed feed, Action<SandboxEvent> listener) : IDisposable
    {
        public void Dispose() => feed.Remove(listener);
    }
}
