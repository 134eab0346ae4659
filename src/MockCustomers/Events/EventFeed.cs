namespace MockCustomers.Events;

/// <summary>Tells whoever listens what happens in a session, and keeps the latest of it for those who read.</summary>
internal sealed class EventFeed
{
    /// <summary>How many events are kept.</summary>
    public const int MostEvents = 1000;

    /// <summary>Of about how many bytes.</summary>
    public const long MostBytes = 4 * 1024 * 1024;

    private readonly Lock subscribing = new();
    private readonly EventRing ring = new(MostEvents, MostBytes);
    private volatile Action<SandboxEvent>[] listeners = [];
    private TaskCompletionSource? waiting;
    private volatile bool isClosed;
    private int readers;

    /// <summary>Whether anybody reads right now.</summary>
    public bool HasReaders => Volatile.Read(ref readers) > 0;

    /// <summary>Whether nothing more will happen.</summary>
    public bool IsClosed => isClosed;

    /// <summary>The number of the latest event; 0 before the first.</summary>
    public long Latest => ring.Count;

    /// <summary>Tells everybody, on the caller's thread; of one customer in the order in which it happened.</summary>
    public void Publish(SandboxEvent happened)
    {
        foreach (var listener in listeners) listener(happened);
        ring.Add(happened);
        Wake();
    }

    /// <summary>Listens from now on.</summary>
    /// <param name="listener">Called while a writer holds the customers: it only notes what happened, and never throws.</param>
    /// <returns>Ends it.</returns>
    public IDisposable Subscribe(Action<SandboxEvent> listener)
    {
        lock (subscribing) listeners = [.. listeners, listener];
        return new Ending(() => Remove(listener));
    }

    /// <summary>Notes that somebody reads.</summary>
    /// <returns>Notes that they read no longer.</returns>
    public IDisposable Read()
    {
        Interlocked.Increment(ref readers);
        return new Ending(() => Interlocked.Decrement(ref readers));
    }

    /// <summary>The events after a number, the oldest first.</summary>
    /// <param name="number">0 for all that are kept.</param>
    /// <param name="most">At most how many.</param>
    public EventBatch After(long number, int most) => ring.After(number, most);

    /// <summary>Completes when there is more after a number, or when nothing more will happen; now and then for nothing.</summary>
    public Task WaitAsync(long number)
    {
        var next = Volatile.Read(ref waiting);
        if (next is null)
        {
            var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            next = Interlocked.CompareExchange(ref waiting, made, null) ?? made;
        }

        // Whoever published before the waiting was there to be seen is seen here.
        Interlocked.MemoryBarrier();
        return isClosed || ring.HasAfter(number) ? Task.CompletedTask : next.Task;
    }

    /// <summary>Nothing more will happen: those who read come to their end.</summary>
    public void Close()
    {
        isClosed = true;
        Interlocked.MemoryBarrier();
        Wake();
    }

    private void Wake()
    {
        if (Volatile.Read(ref waiting) is not null) Interlocked.Exchange(ref waiting, null)?.TrySetResult();
    }

    private void Remove(Action<SandboxEvent> listener)
    {
        lock (subscribing) listeners = [.. listeners.Where(other => other != listener)];
    }

    private sealed class Ending(Action end) : IDisposable
    {
        private Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
}
