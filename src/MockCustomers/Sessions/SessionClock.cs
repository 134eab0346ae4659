namespace MockCustomers.Sessions;

/// <summary>A session's clock: it stands still unless it is moved, and moves forward only.</summary>
/// <param name="epoch">Where it begins, as Unix microseconds.</param>
/// <param name="machine">The machine's own clock, for what is measured and not shown to vendors' clients.</param>
internal sealed class SessionClock(long epoch, TimeProvider machine) : TimeProvider
{
    private long advanced;

    /// <summary>The session's time, as Unix microseconds.</summary>
    public long Now => epoch + Interlocked.Read(ref advanced);

    /// <summary>The machine's own clock.</summary>
    public TimeProvider Machine => machine;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddMicroseconds(Now);

    /// <summary>A reading of the machine's clock: elapsed times are real.</summary>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <summary>Moves it forward.</summary>
    /// <param name="microseconds">0 and up.</param>
    /// <returns>The new time.</returns>
    public long Advance(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        return epoch + Interlocked.Add(ref advanced, microseconds);
    }

    /// <summary>Takes it back to where it began.</summary>
    internal void Reset() => BackTo(epoch);

    /// <summary>Takes it back to a time at which it was.</summary>
    internal void BackTo(long time) => Interlocked.Exchange(ref advanced, time - epoch);
}
