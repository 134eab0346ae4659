using System.Collections.Concurrent;

namespace MockCustomers.Sessions;

/// <summary>Lets one act at a time, in no promised order. Whoever comes while another acts need not wait with its thread: what it wants is noted, and done when it is its turn.</summary>
/// <remarks>Threads that waited for each other made creations at 32 connections cost a third more (docs/performance.md).</remarks>
internal sealed class Turns : IThreadPoolWorkItem
{
    /// <summary>So many are done in one go; then others have the thread.</summary>
    private const int MostAtOnce = 32;

    private readonly Lock turn = new();

    /// <summary>null until somebody had to wait, which most sessions never see.</summary>
    private ConcurrentQueue<Waiting>? waiting;

    private int isPassedOn;

    /// <summary>Acts at once where nobody else does, else later, on another thread.</summary>
    public ValueTask<T> TakeAsync<TState, T>(TState state, Func<TState, T> act)
    {
        if (!turn.TryEnter())
        {
            var later = new Waiting<TState, T>(state, act);
            LazyInitializer.EnsureInitialized(ref waiting).Enqueue(later);
            PassOn();
            return new ValueTask<T>(later.Done);
        }

        try
        {
            return ValueTask.FromResult(act(state));
        }
        finally
        {
            turn.Exit();
            PassOn();
        }
    }

    /// <summary>Waits for the turn with its thread, and acts.</summary>
    public void Take(Action act)
    {
        try
        {
            lock (turn) act();
        }
        finally
        {
            PassOn();
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Exchange(ref isPassedOn, 0);
        // Who has the turn now looks for those who wait when it is done.
        if (!turn.TryEnter()) return;
        try
        {
            for (var i = 0; i < MostAtOnce && waiting!.TryDequeue(out var next); i++) next.Act();
        }
        finally
        {
            turn.Exit();
        }

        PassOn();
    }

    private void PassOn()
    {
        if (waiting is not { IsEmpty: false } || Interlocked.Exchange(ref isPassedOn, 1) != 0) return;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private abstract class Waiting
    {
        public abstract void Act();
    }

    private sealed class Waiting<TState, T>(TState state, Func<TState, T> act) : Waiting
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Done => done.Task;

        public override void Act()
        {
            try
            {
                done.SetResult(act(state));
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                done.SetException(failed);
            }
        }
    }
}
