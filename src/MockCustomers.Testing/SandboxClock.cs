using MockCustomers.Server.Control;
using MockCustomers.Sessions;

namespace MockCustomers.Testing;

/// <summary>The clock of a world: it stands still unless a test moves it.</summary>
public sealed class SandboxClock
{
    private readonly Session session;

    internal SandboxClock(Session session) => this.session = session;

    /// <summary>The world's time.</summary>
    public DateTimeOffset Now => session.Clock.GetUtcNow();

    /// <summary>Moves it forward: customers come into their next states, what expires expires.</summary>
    /// <param name="time">Zero and up, to the microsecond; not past the year 2099, where the vendors' dates end.</param>
    /// <returns>The new time.</returns>
    public DateTimeOffset Advance(TimeSpan time)
    {
        var microseconds = time.Ticks / TimeSpan.TicksPerMicrosecond;
        if (microseconds < 0) throw new ArgumentOutOfRangeException(nameof(time), time, "the clock goes forward only; Rollback goes back to a checkpoint");
        if (microseconds >= ClockResource.Latest - session.Clock.Now) throw new ArgumentOutOfRangeException(nameof(time), time, "a shorter time: this one leads past the year 2099");
        return DateTimeOffset.UnixEpoch.AddMicroseconds(session.Clock.Advance(microseconds));
    }
}
