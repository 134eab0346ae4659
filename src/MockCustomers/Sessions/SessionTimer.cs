namespace MockCustomers.Sessions;

/// <summary>One timer on a session's time.</summary>
/// <remarks>What it is set to belongs to <see cref="SessionTimers"/>, which changes it under its lock.</remarks>
internal sealed class SessionTimer(SessionTimers all, TimerCallback callback, object? state) : ITimer
{
    /// <summary>When, as Unix microseconds.</summary>
    public long Due { get; set; }

    /// <summary>In microseconds; 0 for once.</summary>
    public long Period { get; set; }

    /// <summary>Which of those of one time comes first.</summary>
    public long Order { get; set; }

    /// <summary>How often it was set: a call that was due before it was set anew is not made.</summary>
    public int Setting { get; set; }

    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => all.Set(this, dueTime, period);

    public void Call() => callback(state);

    public void Dispose() => all.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
