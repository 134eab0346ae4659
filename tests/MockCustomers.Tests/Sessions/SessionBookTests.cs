using Microsoft.Extensions.Time.Testing;
using MockCustomers.Sessions;

namespace MockCustomers.Tests.Sessions;

/// <summary>The two clocks of a session: its own stands still, and the machine's tells when nobody needs it any more.</summary>
public sealed class SessionBookTests
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider machine = new(Epoch.AddYears(3));

    [Fact]
    public void Its_own_clock_stands_still_until_it_is_moved()
    {
        var clock = Book().Default.Clock;
        machine.Advance(TimeSpan.FromDays(40));
        clock.GetUtcNow().ShouldBe(Epoch);
        clock.Advance(1_500_000).ShouldBe(clock.Now);
        clock.GetUtcNow().ShouldBe(Epoch.AddSeconds(1.5));
        Should.Throw<ArgumentOutOfRangeException>(() => clock.Advance(-1));
    }

    [Fact]
    public void What_takes_time_is_measured_by_the_machine()
    {
        var clock = Book().Default.Clock;
        var started = clock.GetTimestamp();
        machine.Advance(TimeSpan.FromMilliseconds(7));
        clock.Advance(3_600_000_000);
        clock.GetElapsedTime(started).ShouldBe(TimeSpan.FromMilliseconds(7));
    }

    [Fact]
    public void An_idle_session_is_closed_after_its_time_to_live()
    {
        var book = Book();
        var session = book.Open(new SessionChoice("idle")).ShouldNotBeNull();
        machine.Advance(TimeSpan.FromHours(1));
        session.Idle.ShouldBe(TimeSpan.FromHours(1));
        book.Find("idle").ShouldBe(session, "it is not older than its time to live");
        machine.Advance(TimeSpan.FromTicks(1));
        book.Find("idle").ShouldBeNull();
        book.FindOrOpen("idle").ShouldNotBeNull().ShouldNotBe(session);
    }

    [Fact]
    public void An_idle_session_is_closed_without_another_request()
    {
        using var book = Book();
        book.Open(new SessionChoice("short") { TimeToLive = TimeSpan.FromMinutes(5) }).ShouldNotBeNull();
        machine.Advance(TimeSpan.FromMinutes(4));
        book.All.Count.ShouldBe(2);
        machine.Advance(TimeSpan.FromMinutes(2));
        book.All.ShouldBe([book.Default]);
    }

    [Fact]
    public void A_session_in_use_is_kept_and_one_has_a_time_of_its_own()
    {
        var book = Book();
        var used = book.Open(new SessionChoice("used")).ShouldNotBeNull();
        book.Open(new SessionChoice("short") { TimeToLive = TimeSpan.FromMinutes(5) }).ShouldNotBeNull();
        for (var hour = 0; hour < 10; hour++)
        {
            machine.Advance(TimeSpan.FromMinutes(50));
            used.Use(machine.GetTimestamp());
        }

        book.Forget();
        book.All.ShouldBe([book.Default, used]);
    }

    [Fact]
    public void The_default_session_is_never_forgotten()
    {
        var book = Book();
        machine.Advance(TimeSpan.FromDays(1000));
        book.Forget();
        book.Find(SessionBook.DefaultName).ShouldBe(book.Default);
    }

    [Fact]
    public void Where_there_are_as_many_as_there_may_be_an_idle_one_makes_room()
    {
        var book = Book(most: 2);
        book.Open(new SessionChoice("one")).ShouldNotBeNull();
        machine.Advance(TimeSpan.FromMinutes(59));
        book.Open(new SessionChoice("two")).ShouldNotBeNull();
        book.Open(new SessionChoice("three")).ShouldBeNull();
        machine.Advance(TimeSpan.FromMinutes(2));
        book.Open(new SessionChoice("three")).ShouldNotBeNull();
        book.All.Select(session => session.Name).ShouldBe([SessionBook.DefaultName, "three", "two"]);
    }

    [Fact]
    public void A_rollback_and_a_reset_take_its_clock_back()
    {
        var session = Book().Default;
        session.Clock.Advance(1_000_000);
        var checkpoint = session.AddCheckpoint().ShouldNotBeNull();
        session.Clock.Advance(1_000_000);
        session.Rollback(checkpoint).ShouldBeTrue();
        session.Clock.GetUtcNow().ShouldBe(Epoch.AddSeconds(1));
        session.Reset();
        session.Clock.GetUtcNow().ShouldBe(Epoch);
    }

    private SessionBook Book(int most = 10) =>
        new(new SessionOptions { Most = most, TimeToLive = TimeSpan.FromHours(1) }, Epoch.ToUnixTimeMilliseconds() * 1000, [], machine);
}
