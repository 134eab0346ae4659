using MockCustomers.Sessions;

namespace MockCustomers.Testing;

/// <summary>The clock of a world: it stands still unless a test moves it or lets it run.</summary>
public sealed class SandboxClock
{
    private readonly SandboxSession world;

    internal SandboxClock(SandboxSession world) => this.world = world;

    /// <summary>The world's time.</summary>
    public DateTimeOffset Now => world.Session.Clock.GetUtcNow();

    /// <summary>Whether it stands still.</summary>
    public bool IsFrozen => world.Session.Clock.Reading.Pace.IsFrozen;

    /// <summary>Moves it forward: customers come into their next states, what expires expires, and whoever is told of it is told.</summary>
    /// <param name="time">Zero and up, to the microsecond; not past the year 2099, where the vendors' dates end.</param>
    /// <returns>The new time.</returns>
    public DateTimeOffset Advance(TimeSpan time) => Changed(By(time));

    /// <summary>Moves it forward as <see cref="Advance"/> does, and holds no thread while others write.</summary>
    /// <param name="time">As in <see cref="Advance"/>.</param>
    /// <param name="stop">Gives up before it is moved.</param>
    /// <returns>The new time.</returns>
    public Task<DateTimeOffset> AdvanceAsync(TimeSpan time, CancellationToken stop = default) => ChangedAsync(() => By(time), stop);

    /// <summary>Moves it to a time.</summary>
    /// <param name="time">Not before <see cref="Now"/>, and before the year 2100.</param>
    /// <returns>The new time.</returns>
    public DateTimeOffset Set(DateTimeOffset time) => Changed(To(time));

    /// <summary>Moves it to a time as <see cref="Set"/> does, and holds no thread while others write.</summary>
    /// <param name="time">As in <see cref="Set"/>.</param>
    /// <param name="stop">Gives up before it is moved.</param>
    /// <returns>The new time.</returns>
    public Task<DateTimeOffset> SetAsync(DateTimeOffset time, CancellationToken stop = default) => ChangedAsync(() => To(time), stop);

    /// <summary>Lets it stand still.</summary>
    public void Freeze() => Changed(new ClockChange { IsFrozen = true });

    /// <summary>Lets it run.</summary>
    /// <param name="rate">Seconds of the world for each real one; above 0, up to 1,000,000.</param>
    public void Run(double rate = 1)
    {
        if (rate is not (> 0 and <= ClockPace.Fastest)) throw new ArgumentOutOfRangeException(nameof(rate), rate, "above 0, up to 1,000,000");
        Changed(new ClockChange { IsFrozen = false, Rate = rate });
    }

    private ClockChange By(TimeSpan time)
    {
        var microseconds = time.Ticks / TimeSpan.TicksPerMicrosecond;
        if (microseconds < 0) throw new ArgumentOutOfRangeException(nameof(time), time, "the clock goes forward only; Rollback goes back to a checkpoint");
        if (microseconds >= SessionClock.End - world.Session.Clock.Now) throw new ArgumentOutOfRangeException(nameof(time), time, "a shorter time: this one leads past the year 2099");
        return new ClockChange { Advance = microseconds };
    }

    private ClockChange To(DateTimeOffset time)
    {
        if (time < Now) throw new ArgumentOutOfRangeException(nameof(time), time, "the clock goes forward only; Rollback goes back to a checkpoint");
        var microseconds = (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        if (microseconds >= SessionClock.End) throw new ArgumentOutOfRangeException(nameof(time), time, "a time before the year 2100");
        return new ClockChange { To = microseconds };
    }

    private DateTimeOffset Changed(ClockChange change) => TimeOf(world.Steered.Move(change).Clock);

    private async Task<DateTimeOffset> ChangedAsync(Func<ClockChange> change, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return TimeOf((await world.Steered.MoveAsync(change())).Clock);
    }

    private static DateTimeOffset TimeOf(ClockReading clock) => DateTimeOffset.UnixEpoch.AddMicroseconds(clock.Now);
}
