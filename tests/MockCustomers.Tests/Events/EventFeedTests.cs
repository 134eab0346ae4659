using MockCustomers.Events;

namespace MockCustomers.Tests.Events;

/// <summary>The latest events of a session are kept in order and within bounds, and whoever reads is told what is missing.</summary>
public sealed class EventFeedTests
{
    [Fact]
    public void Events_are_numbered_from_one_and_read_from_where_the_reader_is()
    {
        var feed = new EventFeed();
        for (var i = 0; i < 5; i++) feed.Publish(Tick(i));
        feed.Latest.ShouldBe(5);
        Numbers(feed.After(0, 3)).ShouldBe([1, 2, 3]);
        feed.After(0, 3).Last.ShouldBe(3);
        Numbers(feed.After(3, 100)).ShouldBe([4, 5]);
        feed.After(5, 100).ShouldSatisfyAllConditions(batch => batch.Events.ShouldBeEmpty(), batch => batch.Lost.ShouldBe(0), batch => batch.Last.ShouldBe(5));
    }

    [Fact]
    public void The_oldest_are_forgotten_and_counted_as_lost()
    {
        var ring = new EventRing(100, long.MaxValue);
        for (var i = 0; i < 250; i++) ring.Add(Tick(i));
        var batch = ring.After(20, 1000);
        batch.Lost.ShouldBe(130);
        Numbers(batch).ShouldBe(Enumerable.Range(151, 100).Select(i => (long)i));
        ring.After(150, 1000).Lost.ShouldBe(0);
    }

    [Fact]
    public void Large_events_leave_room_for_fewer()
    {
        var ring = new EventRing(1000, 100_000);
        for (var i = 0; i < 500; i++) ring.Add(new CustomerEvent(i, "acme", "1", CustomerChange.Updated, "a", "a", "person", new byte[10_000]));
        var batch = ring.After(0, 1000);
        batch.Events.Count.ShouldBeInRange(5, 9);
        batch.Last.ShouldBe(500);
        batch.Lost.ShouldBe(500 - batch.Events.Count);
        ring.Add(new CustomerEvent(0, "acme", "1", CustomerChange.Updated, "a", "a", "person", new byte[1_000_000]));
        Numbers(ring.After(0, 1000)).ShouldBe([501], "the latest is kept, whatever its size");
        for (var i = 0; i < 50; i++) ring.Add(Tick(i));
        Numbers(ring.After(0, 1000)).ShouldBe(Enumerable.Range(502, 50).Select(i => (long)i), "small ones have room again");
    }

    [Fact]
    public async Task Whoever_waits_is_told_of_the_next_event_and_of_the_end()
    {
        var feed = new EventFeed();
        var next = feed.WaitAsync(0);
        next.IsCompleted.ShouldBeFalse();
        feed.Publish(Tick(1));
        await next.WaitAsync(TestContext.Current.CancellationToken);
        await feed.WaitAsync(0).WaitAsync(TestContext.Current.CancellationToken);
        var end = feed.WaitAsync(1);
        end.IsCompleted.ShouldBeFalse();
        feed.Close();
        await end.WaitAsync(TestContext.Current.CancellationToken);
        feed.IsClosed.ShouldBeTrue();
    }

    /// <summary>Four write while one reads through a ring that is far too small: what is read is in order, and with what is lost it is all.</summary>
    [Fact]
    public async Task A_reader_among_many_writers_sees_each_event_once_or_is_told_that_it_is_lost()
    {
        const int Writers = 4, Each = 50_000;
        var ring = new EventRing(256, 40_000);
        var writing = Enumerable.Range(0, Writers).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++) ring.Add(Tick(i));
        })).ToArray();
        long last = 0, seen = 0, lost = 0;
        while (last < Writers * Each)
        {
            var batch = ring.After(last, 50);
            var expected = last + batch.Lost;
            foreach (var happened in batch.Events) happened.Number.ShouldBe(++expected);
            (seen, lost, last) = (seen + batch.Events.Count, lost + batch.Lost, batch.Last);
        }

        await Task.WhenAll(writing);
        seen.ShouldBeGreaterThan(0);
        (seen + lost).ShouldBe(Writers * Each);
    }

    [Fact]
    public void Those_who_listen_are_told_until_they_end_it()
    {
        var feed = new EventFeed();
        var told = new List<SandboxEvent>();
        using (feed.Subscribe(told.Add)) feed.Publish(Tick(1));
        feed.Publish(Tick(2));
        told.Select(happened => happened.At).ShouldBe([1]);
    }

    private static ClockEvent Tick(long at) => new(at, ClockCause.Changed, 0, IsFrozen: true, 1);

    private static IEnumerable<long> Numbers(EventBatch batch) => batch.Events.Select(happened => happened.Number);
}
