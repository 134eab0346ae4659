namespace MockCustomers.Sessions;

/// <summary>A session's clock: it stands still or runs, faster or slower than the machine's, and moves forward only, unless it is taken back.</summary>
/// <remarks>
/// Any number of threads may read and move it at once. What it says never becomes less by running, nor when its pace changes: whoever changes it first
/// takes its course away, so that nobody reads of the old course what is later than the beginning of the new one.
/// </remarks>
internal sealed class SessionClock : TimeProvider, IDisposable
{
    /// <summary>Where the vendors' dates end, as Unix microseconds: the clock stops right before it.</summary>
    public static readonly long End = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;

    private readonly TimeProvider machine;
    private readonly ClockReading beginning;
    private readonly Lock changing = new();
    private volatile Course? course;
    private SessionTimers? timers;

    /// <param name="epoch">Where it begins, as Unix microseconds.</param>
    /// <param name="machine">The machine's own clock, for what is measured and not shown to vendors' clients.</param>
    /// <param name="pace">null for one that stands still.</param>
    public SessionClock(long epoch, TimeProvider machine, ClockPace? pace = null)
    {
        this.machine = machine;
        beginning = new ClockReading(Math.Min(epoch, End - 1), pace ?? ClockPace.Of(ClockMode.Frozen));
        course = new Course(beginning, machine.GetTimestamp(), machine.TimestampFrequency);
    }

    /// <summary>The session's time, as Unix microseconds.</summary>
    public long Now => course is { IsFrozen: true } standing ? standing.From : Running().Now;

    /// <summary>The session's time, and whether and how fast it runs.</summary>
    public ClockReading Reading => course is { IsFrozen: true } standing ? standing.At(0) : Running();

    /// <summary>The machine's own clock.</summary>
    public TimeProvider Machine => machine;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddMicroseconds(Now);

    /// <summary>A reading of the machine's clock: elapsed times are real.</summary>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <summary>A timer on the session's time: due when that has come to its time, by running or by a jump.</summary>
    /// <remarks>
    /// Callbacks are called on the pool, one after the other in the order of their times, so they must not wait. A timer with a period that a jump leads
    /// past several times is called once. One of a closed session is called no more.
    /// </remarks>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var all = Volatile.Read(ref timers) ?? Interlocked.CompareExchange(ref timers, new SessionTimers(this), null) ?? timers;
        return all.Add(callback, state, dueTime, period);
    }

    /// <summary>Moves it forward.</summary>
    /// <param name="microseconds">0 and up.</param>
    /// <returns>The new time.</returns>
    public long Advance(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        return Change(new ClockChange { Advance = microseconds }).After.Now;
    }

    /// <summary>Moves it forward, and lets it run or stand still.</summary>
    public (ClockReading Before, ClockReading After) Change(ClockChange change)
    {
        return Take(now => new ClockReading(Later(now.Now, change), new ClockPace(change.IsFrozen ?? now.Pace.IsFrozen, change.Rate ?? now.Pace.Rate)));

        static long Later(long now, ClockChange change)
        {
            now = Math.Max(now, change.To ?? now);
            return change.Advance >= End - now ? End - 1 : now + change.Advance;
        }
    }

    /// <summary>Takes it back to where it began, standing or running as it began.</summary>
    internal (ClockReading Before, ClockReading After) Reset() => BackTo(beginning);

    /// <summary>Takes it back to what it once said.</summary>
    internal (ClockReading Before, ClockReading After) BackTo(ClockReading reading) => Take(_ => reading);

    /// <summary>Its timers are due no more.</summary>
    public void Dispose() => Volatile.Read(ref timers)?.Dispose();

    private (ClockReading Before, ClockReading After) Take(Func<ClockReading, ClockReading> next)
    {
        ClockReading before, after;
        lock (changing)
        {
            var old = course!;
            course = null;
            Interlocked.MemoryBarrier();
            var stamp = machine.GetTimestamp();
            before = old.At(stamp);
            after = next(before);
            course = new Course(after, stamp, machine.TimestampFrequency);
        }

        Interlocked.MemoryBarrier();
        Volatile.Read(ref timers)?.Look();
        return (before, after);
    }

    private ClockReading Running()
    {
        if (course is { } seen)
        {
            var reading = seen.At(machine.GetTimestamp());
            Interlocked.MemoryBarrier();
            if (ReferenceEquals(course, seen)) return reading;
        }

        lock (changing) return course!.At(machine.GetTimestamp());
    }

    /// <summary>How its time goes on until somebody changes it.</summary>
    private sealed class Course(ClockReading start, long since, long frequency)
    {
        /// <summary>Microseconds of the session in a second of the machine.</summary>
        private readonly double speed = start.Pace.Rate * 1_000_000;

        public bool IsFrozen { get; } = start.Pace.IsFrozen;

        public long From { get; } = start.Now;

        public ClockReading At(long stamp)
        {
            if (IsFrozen) return start;
            var passed = Math.Max(0, stamp - since) * speed / frequency;
            return start with { Now = passed >= End - From ? End - 1 : From + (long)passed };
        }
    }
}
