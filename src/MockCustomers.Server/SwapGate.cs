using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>Lets requests through side by side, and holds them for a moment while what answers them is replaced.</summary>
/// <remarks>A request sees what answers it either as it was or as it is, never both. A request that nobody holds completes at once.</remarks>
internal sealed class SwapGate : IHold
{
    private volatile TaskCompletionSource? closed;
    private volatile TaskCompletionSource? drained;
    private int inside;

    /// <summary>Waits while the gate is closed, and goes in.</summary>
    public ValueTask EnterAsync()
    {
        Interlocked.Increment(ref inside);
        return closed is null ? ValueTask.CompletedTask : new ValueTask(WaitAsync());
    }

    /// <summary>Goes out.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref inside) == 0) drained?.TrySetResult();
    }

    /// <summary>Waits until nobody is inside, and replaces while nobody can go in. One at a time.</summary>
    public async Task SwapAsync(Action replace)
    {
        var opening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var emptied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        drained = emptied;
        closed = opening;
        try
        {
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref inside) > 0) await emptied.Task;
            replace();
        }
        finally
        {
            closed = null;
            drained = null;
            opening.SetResult();
        }
    }

    private async Task WaitAsync()
    {
        while (closed is { } waiting)
        {
            Leave();
            await waiting.Task;
            Interlocked.Increment(ref inside);
        }
    }
}
