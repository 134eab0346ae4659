using MockCustomers.Delays;
using MockCustomers.Faults;

namespace MockCustomers.Tests.Faults;

/// <summary>Which calls faults hit.</summary>
public sealed class FaultBookTests
{
    private const int Calls = 1000;
    private static readonly FaultEffect Broken = new(Code: 503);

    [Fact]
    public void Nothing_goes_wrong_without_faults()
    {
        var book = new FaultBook(1);
        book.IsEmpty.ShouldBeTrue();
        Ask(book).ShouldBeNull();
    }

    [Fact]
    public void Without_a_when_every_call_is_hit()
    {
        var book = Book(FaultTiming.Always);
        Hits(book).Count.ShouldBe(Calls);
        book.All.Single().ShouldBe(new FaultState("fault-1", book.All[0].Rule, Calls, Calls));
    }

    [Fact]
    public void The_first_ones_are_hit_exactly_so_many_times_however_many_threads_call()
    {
        var book = Book(new FaultTiming(Times: 137));
        var hits = 0;
        Parallel.For(0, 10_000, _ =>
        {
            if (Ask(book) is not null) Interlocked.Increment(ref hits);
        });
        hits.ShouldBe(137);
        book.All.Single().Matched.ShouldBe(10_000);
        book.All.Single().Hit.ShouldBe(137);
    }

    [Fact]
    public void Every_third_is_hit() => Hits(Book(new FaultTiming(Every: 3))).ShouldBe(Enumerable.Range(1, Calls).Where(call => call % 3 == 0));

    [Fact]
    public void A_share_is_hit_the_same_calls_in_every_run_and_others_with_another_seed()
    {
        var hits = Hits(Book(new FaultTiming(Rate: 0.1)));
        hits.Count.ShouldBeInRange(70, 130);
        Hits(Book(new FaultTiming(Rate: 0.1))).ShouldBe(hits);
        Hits(Book(new FaultTiming(Rate: 0.1), seed: 2)).ShouldNotBe(hits);
        Hits(Book(new FaultTiming(Rate: 1))).Count.ShouldBe(Calls);
    }

    [Fact]
    public void Within_a_time_alone_calls_are_hit_and_counted()
    {
        var book = Book(new FaultTiming(Times: 2, From: 100, Until: 200));
        Ask(book, now: 99).ShouldBeNull();
        Ask(book, now: 100).ShouldNotBeNull();
        Ask(book, now: 200).ShouldBeNull();
        Ask(book, now: 199).ShouldNotBeNull();
        Ask(book, now: 150).ShouldBeNull();
    }

    [Fact]
    public void Each_part_of_a_match_narrows()
    {
        foreach (var (match, covers) in new (FaultMatch, bool)[]
        {
            (new(), true),
            (new(Vendor: "acme"), true), (new(Vendor: "other"), false),
            (new(Operation: "get"), true), (new(Operation: "list"), false),
            (new(Session: "s"), true), (new(Session: "t"), false),
            (new(Method: "GET"), true), (new(Method: "POST"), false),
            (new(Customer: "7"), true), (new(Customer: "8"), false),
            (new(Path: "/v1/customers/a b"), true), (new(Path: "/v1/*"), true), (new(Path: "*"), true), (new(Path: "/v1/*/a*b"), true), (new(Path: "*b*"), true),
            (new(Path: "/v1/customers"), false), (new(Path: "/v1/*/c"), false), (new(Path: "/V1/*"), false), (new(Path: "/v1/customers/a b/*"), false),
            (new("acme", "get", "s", "GET", "/v1/*", "7"), true), (new("acme", "get", "s", "GET", "/v1/*", "8"), false),
        })
        {
            var book = new FaultBook(1);
            book.Add(new FaultRule(match, FaultTiming.Always, Broken));
            (Ask(book) is not null).ShouldBe(covers, match.ToString());
        }
    }

    [Fact]
    public void The_first_fault_that_hits_decides_and_the_next_ones_follow()
    {
        var book = new FaultBook(1);
        book.Add(new FaultRule(new FaultMatch(), new FaultTiming(Times: 1), new FaultEffect(Code: 500)));
        book.Add(new FaultRule(new FaultMatch(), new FaultTiming(Times: 2), new FaultEffect(Code: 429, RetryAfter: TimeSpan.FromSeconds(3))));
        Ask(book)!.Code.ShouldBe(500);
        Ask(book).ShouldBe(new Injection("fault-2", 429, TimeSpan.FromSeconds(3), TimeSpan.Zero, null, null));
        Ask(book)!.Code.ShouldBe(429);
        Ask(book).ShouldBeNull();
    }

    [Fact]
    public void Delays_are_drawn_within_their_bounds_and_the_same_in_every_run()
    {
        var uniform = Delays(new UniformDelay(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));
        uniform.ShouldAllBe(delay => delay >= TimeSpan.FromSeconds(1) && delay < TimeSpan.FromSeconds(2));
        uniform.Distinct().Count().ShouldBeGreaterThan(Calls / 2);
        Delays(new UniformDelay(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2))).ShouldBe(uniform);
        var normal = Delays(new LogNormalDelay(TimeSpan.FromSeconds(1), 0.5, FaultEffect.LongestDelay)).Order().ToList();
        normal[Calls / 2].TotalSeconds.ShouldBeInRange(0.9, 1.1);
        normal[Calls * 95 / 100].TotalSeconds.ShouldBeInRange(1.9, 2.8);
        Delays(new LogNormalDelay(FaultEffect.LongestDelay, 5, FaultEffect.LongestDelay)).ShouldAllBe(delay => delay >= TimeSpan.Zero && delay <= FaultEffect.LongestDelay);
        Delays(new LogNormalDelay(TimeSpan.Zero, 5, FaultEffect.LongestDelay)).ShouldAllBe(delay => delay == TimeSpan.Zero);
        Delays(new FixedDelay(TimeSpan.FromSeconds(3))).ShouldAllBe(delay => delay == TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Faults_are_replaced_removed_cleared_and_counted_anew()
    {
        var book = new FaultBook(1, most: 2);
        var once = new FaultRule(new FaultMatch(), new FaultTiming(Times: 1), Broken);
        book.Add(once with { Id = "mine" }).ShouldBe("mine");
        book.Add(once).ShouldBe("fault-1");
        book.Add(once).ShouldBeNull("there are two already");
        Ask(book)!.FaultId.ShouldBe("mine");
        book.Add(once with { Id = "mine" }).ShouldBe("mine");
        Ask(book)!.FaultId.ShouldBe("mine");
        Ask(book)!.FaultId.ShouldBe("fault-1");
        Ask(book).ShouldBeNull();
        book.Restart();
        Ask(book)!.FaultId.ShouldBe("mine");
        book.Find("mine")!.Hit.ShouldBe(1);
        book.Remove("mine").ShouldBeTrue();
        book.Remove("mine").ShouldBeFalse();
        book.Find("mine").ShouldBeNull();
        book.Clear();
        book.IsEmpty.ShouldBeTrue();
        book.Add(once).ShouldBe("fault-1");
    }

    private static FaultBook Book(FaultTiming when, ulong seed = 1)
    {
        var book = new FaultBook(seed);
        book.Add(new FaultRule(new FaultMatch(), when, Broken));
        return book;
    }

    private static List<TimeSpan> Delays(Delay delay)
    {
        var book = new FaultBook(1);
        book.Add(new FaultRule(new FaultMatch(), FaultTiming.Always, new FaultEffect(Delay: delay)));
        return [.. Enumerable.Range(0, Calls).Select(_ => Ask(book)!.Delay)];
    }

    private static List<int> Hits(FaultBook book) => [.. Enumerable.Range(1, Calls).Where(_ => Ask(book) is not null)];

    private static Injection? Ask(FaultBook book, long now = 0) => book.Decide(new FaultQuery
    {
        Vendor = "acme",
        Operation = "get",
        Session = "s",
        Method = "GET",
        Path = "/v1/customers/a%20b",
        Customer = "7",
        Now = now,
    });
}
