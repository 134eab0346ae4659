using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using MockCustomers.Sessions;

namespace MockCustomers.Tests.Sessions;

/// <summary>A session's clock runs, stands still and jumps, and its timers are due when its time comes to theirs.</summary>
public sealed class SessionClockTests
{
    private const long Second = 1_000_000;
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;
    private readonly FakeTimeProvider machine = new(Epoch.AddYears(3));

    [Fact]
    public void It_runs_as_fast_as_it_is_told_and_stands_where_it_is_stopped()
    {
        var clock = Clock(frozen: false);
        machine.Advance(TimeSpan.FromSeconds(2));
        Passed(clock).ShouldBe(TimeSpan.FromSeconds(2));
        clock.Change(new ClockChange { Rate = 3600 });
        machine.Advance(TimeSpan.FromSeconds(1));
        Passed(clock).ShouldBe(TimeSpan.FromSeconds(3602));
        clock.Change(new ClockChange { IsFrozen = true });
        machine.Advance(TimeSpan.FromDays(1));
        clock.Advance(5 * Second);
        Passed(clock).ShouldBe(TimeSpan.FromSeconds(3607));
        clock.Change(new ClockChange { IsFrozen = false });
        machine.Advance(TimeSpan.FromSeconds(0.5));
        Passed(clock).ShouldBe(TimeSpan.FromSeconds(5407), "it goes on as fast as before");
    }

    [Fact]
    public void It_may_run_far_slower_than_the_machine()
    {
        var clock = Clock(frozen: false, rate: 0.001);
        machine.Advance(TimeSpan.FromSeconds(3));
        Passed(clock).ShouldBe(TimeSpan.FromMilliseconds(3));
    }

    [Fact]
    public void It_is_set_to_a_later_time_alone()
    {
        var clock = Clock(frozen: true);
        clock.Change(new ClockChange { To = clock.Now + 10 * Second }).After.Now.ShouldBe(clock.Now);
        Passed(clock).ShouldBe(TimeSpan.FromSeconds(10));
        clock.Change(new ClockChange { To = clock.Now - 5 * Second });
        Passed(clock).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void It_stops_where_the_vendors_dates_end()
    {
        var clock = Clock(frozen: false, rate: ClockPace.Fastest);
        machine.Advance(TimeSpan.FromDays(1000));
        clock.Now.ShouldBe(SessionClock.End - 1);
        clock.Advance(long.MaxValue).ShouldBe(SessionClock.End - 1);
        clock.GetUtcNow().Year.ShouldBe(2099);
    }

    /// <summary>Four threads read while another freezes it, lets it run on and changes its rate.</summary>
    [Fact]
    public async Task It_never_goes_backwards_while_its_pace_changes()
    {
        var clock = new SessionClock(0, TimeProvider.System, new ClockPace(IsFrozen: false, 1000));
        using var stop = new CancellationTokenSource();
        var backwards = new ConcurrentQueue<(long, long)>();
        var readings = 0L;
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() =>
        {
            var last = 0L;
            while (!stop.IsCancellationRequested)
            {
                var now = clock.Now;
                if (now < last) backwards.Enqueue((last, now));
                last = now;
                Interlocked.Increment(ref readings);
            }
        }, TaskCreationOptions.LongRunning)).ToArray();
        for (var i = 0; i < 20_000; i++)
            clock.Change(new ClockChange { IsFrozen = i % 3 == 0, Rate = i % 2 == 0 ? ClockPace.Fastest : 0.5 });
        while (Interlocked.Read(ref readings) < 1000) await Task.Yield();
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        backwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_jump_makes_timers_due_in_the_order_of_their_times()
    {
        var clock = Clock(frozen: true);
        var called = new ConcurrentQueue<int>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var seconds in new[] { 30, 10, 20, 10, 3600 })
        {
            clock.CreateTimer(_ =>
            {
                called.Enqueue(seconds);
                if (called.Count == 4) all.SetResult();
            }, null, TimeSpan.FromSeconds(seconds), Never);
        }

        machine.Advance(TimeSpan.FromDays(1));
        clock.Advance(5 * Second);
        called.ShouldBeEmpty();
        clock.Advance(55 * Second);
        await all.Task.WaitAsync(TestContext.Current.CancellationToken);
        called.ShouldBe([10, 10, 20, 30]);
    }

    [Fact]
    public async Task A_running_clock_makes_them_due_at_its_own_speed()
    {
        var clock = Clock(frozen: false, rate: 60);
        var hour = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);
        machine.Advance(TimeSpan.FromSeconds(59));
        hour.IsCompleted.ShouldBeFalse();
        machine.Advance(TimeSpan.FromSeconds(1));
        await hour;
    }

    [Fact]
    public async Task Who_waits_learns_of_another_speed_and_of_a_stop()
    {
        var clock = Clock(frozen: true);
        var day = Task.Delay(TimeSpan.FromDays(1), clock, TestContext.Current.CancellationToken);
        machine.Advance(TimeSpan.FromDays(30));
        day.IsCompleted.ShouldBeFalse("it stands still");
        clock.Change(new ClockChange { IsFrozen = false });
        machine.Advance(TimeSpan.FromHours(23));
        clock.Change(new ClockChange { IsFrozen = true });
        machine.Advance(TimeSpan.FromDays(30));
        day.IsCompleted.ShouldBeFalse("an hour is missing");
        clock.Change(new ClockChange { Rate = 3600, IsFrozen = false });
        machine.Advance(TimeSpan.FromSeconds(1));
        await day;
    }

    [Fact]
    public async Task Whoever_waits_may_give_up()
    {
        var clock = Clock(frozen: true);
        using var giving = new CancellationTokenSource();
        var waiting = Task.Delay(TimeSpan.FromDays(1), clock, giving.Token);
        await giving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_timer_that_comes_again_is_called_once_for_a_jump_and_goes_on_in_its_steps()
    {
        var clock = Clock(frozen: true);
        var called = new SemaphoreSlim(0);
        await using var timer = clock.CreateTimer(_ => called.Release(), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        clock.Advance(35 * Second);
        await called.WaitAsync(TestContext.Current.CancellationToken);
        clock.Advance(4 * Second);
        await SettledAsync(clock);
        called.CurrentCount.ShouldBe(0, "it is due at 40 again");
        clock.Advance(1 * Second);
        await called.WaitAsync(TestContext.Current.CancellationToken);
        timer.Change(Never, Never).ShouldBeTrue();
        clock.Advance(100 * Second);
        await SettledAsync(clock);
        called.CurrentCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_timer_that_is_set_anew_or_disposed_is_not_due_as_before()
    {
        var clock = Clock(frozen: true);
        var called = new ConcurrentQueue<string>();
        var later = clock.CreateTimer(_ => called.Enqueue("later"), null, TimeSpan.FromSeconds(1), Never);
        var gone = clock.CreateTimer(_ => called.Enqueue("gone"), null, TimeSpan.FromSeconds(1), Never);
        later.Change(TimeSpan.FromSeconds(100), Never).ShouldBeTrue();
        await gone.DisposeAsync();
        gone.Change(TimeSpan.Zero, Never).ShouldBeFalse();
        clock.Advance(10 * Second);
        await SettledAsync(clock);
        called.ShouldBeEmpty();
        clock.Advance(90 * Second);
        await SettledAsync(clock);
        called.ShouldBe(["later"]);
        Should.Throw<ArgumentOutOfRangeException>(() => later.Change(TimeSpan.FromSeconds(-2), Never));
    }

    [Fact]
    public async Task The_timers_of_a_closed_session_are_due_no_more()
    {
        using var book = new SessionBook(new SessionOptions { Clock = ClockMode.Real }, Microseconds(Epoch), [], machine);
        var session = book.Open(new SessionChoice("short")).ShouldNotBeNull();
        var called = 0;
        session.Clock.CreateTimer(_ => called++, null, TimeSpan.FromSeconds(1), Never);
        book.Close("short").ShouldBeTrue();
        machine.Advance(TimeSpan.FromMinutes(1));
        session.Clock.Advance(60 * Second);
        await SettledAsync(book.Default.Clock);
        called.ShouldBe(0);
    }

    [Fact]
    public void A_real_clock_runs_in_each_session_and_one_that_is_opened_later_begins_later()
    {
        using var book = new SessionBook(new SessionOptions { Clock = ClockMode.Real, TimeToLive = TimeSpan.FromDays(30) }, Microseconds(Epoch), [], machine);
        machine.Advance(TimeSpan.FromDays(3));
        var later = book.Open(new SessionChoice("later")).ShouldNotBeNull();
        var frozen = book.Open(new SessionChoice("frozen", Pace: new ClockPace(IsFrozen: true, 1))).ShouldNotBeNull();
        var own = book.Open(new SessionChoice("own", new PopulationChoice(null, null, Microseconds(Epoch.AddYears(1))))).ShouldNotBeNull();
        machine.Advance(TimeSpan.FromHours(1));
        book.Default.Clock.GetUtcNow().ShouldBe(Epoch.AddDays(3).AddHours(1));
        later.Clock.GetUtcNow().ShouldBe(Epoch.AddDays(3).AddHours(1));
        frozen.Clock.GetUtcNow().ShouldBe(Epoch.AddDays(3));
        own.Clock.GetUtcNow().ShouldBe(Epoch.AddYears(1).AddHours(1));
    }

    [Fact]
    public void A_rollback_and_a_reset_bring_back_its_pace_too()
    {
        using var book = new SessionBook(new SessionOptions { Clock = ClockMode.Real }, Microseconds(Epoch), [], machine);
        var session = book.Default;
        session.Move(new ClockChange { Rate = 60 });
        machine.Advance(TimeSpan.FromSeconds(1));
        var checkpoint = session.AddCheckpoint().ShouldNotBeNull();
        session.Move(new ClockChange { IsFrozen = true, Advance = 7 * Second });
        session.Rollback(checkpoint).ShouldBeTrue();
        session.Clock.GetUtcNow().ShouldBe(Epoch.AddSeconds(60));
        machine.Advance(TimeSpan.FromSeconds(1));
        session.Clock.GetUtcNow().ShouldBe(Epoch.AddSeconds(120));
        session.Reset();
        machine.Advance(TimeSpan.FromSeconds(1));
        session.Clock.GetUtcNow().ShouldBe(Epoch.AddSeconds(1));
    }

    private SessionClock Clock(bool frozen, double rate = 1) => new(Microseconds(Epoch), machine, new ClockPace(frozen, rate));

    private static TimeSpan Passed(SessionClock clock) => clock.GetUtcNow() - Epoch;

    private static long Microseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() * 1000;

    /// <summary>Waits until whatever was due on the clock before was called: calls are made one after the other.</summary>
    private static async Task SettledAsync(SessionClock clock)
    {
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = clock.CreateTimer(_ => last.TrySetResult(), null, TimeSpan.Zero, Never);
        await last.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
