namespace MockCustomers.Sessions;

/// <summary>The timers of one session's clock.</summary>
/// <remarks>One timer of the machine wakes it for the next of them while the clock runs; whoever changes the clock lets it look again.</remarks>
internal sealed class SessionTimers : IThreadPoolWorkItem, IDisposable
{
    /// <summary>The machine's timers count 49 days at most; whoever wakes early looks again.</summary>
    private const double LongestWait = 24 * 3600 * 1000.0;

    private readonly SessionClock clock;
    private readonly Lock gate = new();
    private readonly SortedSet<SessionTimer> pending = new(Comparer<SessionTimer>.Create((one, other) => (one.Due, one.Order).CompareTo((other.Due, other.Order))));
    private readonly Queue<(SessionTimer Timer, int Setting)> due = new();
    private readonly ITimer alarm;
    private bool isCalling;
    private bool isDisposed;
    private long made;

    public SessionTimers(SessionClock clock)
    {
        this.clock = clock;
        alarm = clock.Machine.CreateTimer(static timers => ((SessionTimers)timers!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public SessionTimer Add(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SessionTimer(this, callback, state);
        Set(timer, dueTime, period);
        return timer;
    }

    /// <summary>Sets a timer anew; what it was set to before no longer counts.</summary>
    /// <param name="dueTime">From now on, on the session's clock; infinite for never.</param>
    /// <param name="period">Infinite or zero for once.</param>
    /// <returns>false for a timer that is disposed.</returns>
    public bool Set(SessionTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        lock (gate)
        {
            if (timer.IsDisposed) return false;
            pending.Remove(timer);
            timer.Setting++;
            if (dueTime >= TimeSpan.Zero && !isDisposed)
            {
                timer.Due = clock.Now + Microseconds(dueTime);
                timer.Period = period <= TimeSpan.Zero ? 0 : Math.Max(1, Microseconds(period));
                timer.Order = ++made;
                pending.Add(timer);
            }
        }

        Look();
        return true;
    }

    /// <summary>A timer is due no more.</summary>
    public void Remove(SessionTimer timer)
    {
        lock (gate)
        {
            timer.IsDisposed = true;
            timer.Setting++;
            pending.Remove(timer);
        }
    }

    /// <summary>Calls what is due, and sees to it that somebody looks again when the next is.</summary>
    public void Look()
    {
        lock (gate)
        {
            if (isDisposed) return;
            var reading = clock.Reading;
            while (pending.Min is { } first && first.Due <= reading.Now)
            {
                pending.Remove(first);
                due.Enqueue((first, first.Setting));
                if (first.Period == 0) continue;
                first.Due += first.Period * ((reading.Now - first.Due) / first.Period + 1);
                pending.Add(first);
            }

            alarm.Change(pending.Min is { } next && !reading.Pace.IsFrozen ? Wait(next.Due - reading.Now, reading.Pace.Rate) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (due.Count == 0 || isCalling) return;
            isCalling = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Calls the timers that are due, one after the other.</summary>
    public void Execute()
    {
        while (true)
        {
            SessionTimer timer;
            lock (gate)
            {
                if (!due.TryDequeue(out var first))
                {
                    isCalling = false;
                    return;
                }

                timer = first.Timer;
                if (isDisposed || timer.Setting != first.Setting) continue;
            }

            timer.Call();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            pending.Clear();
        }

        alarm.Dispose();
    }

    /// <summary>How long the machine waits, in whole milliseconds as its timers count: a shorter wait than that would be none.</summary>
    private static TimeSpan Wait(long microseconds, double rate) => TimeSpan.FromMilliseconds(Math.Min(LongestWait, Math.Ceiling(microseconds / rate / 1000)));

    private static long Microseconds(TimeSpan time) => (time.Ticks + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond;
}
