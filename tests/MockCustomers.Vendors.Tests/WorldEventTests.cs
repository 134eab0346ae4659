using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>What happens in a test's own world, while it happens.</summary>
public sealed class WorldEventTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task What_happens_is_told_from_the_call_on_and_ends_with_the_world(string vendor)
    {
        var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var live = world.EventsAsync(stop: Stop);
        var clock = world.EventsAsync([SandboxEventType.Clock], vendor, after: 0, Stop);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        using (var client = one.CreateClient()) await client.GetAsync("no/such/path", Stop);
        await using var happening = live.GetAsyncEnumerator(Stop);

        (await happening.MoveNextAsync()).ShouldBeTrue();
        (happening.Current.Number, happening.Current.Type, happening.Current.Vendor).ShouldBe((2, SandboxEventType.Clock, null));
        (await happening.MoveNextAsync()).ShouldBeTrue();
        (happening.Current.Number, happening.Current.Type, happening.Current.Vendor).ShouldBe((3, SandboxEventType.Request, vendor));
        happening.Current.Data["status"]!.GetValue<int>().ShouldBe(one.Calls.Last().Status);
        happening.Current.Data["id"].ShouldNotBeNull();
        happening.Current.ToString().ShouldStartWith("3  Request  {");
        var next = happening.MoveNextAsync();
        next.IsCompleted.ShouldBeFalse();
        world.Dispose();
        (await next).ShouldBeFalse();

        var told = new List<long>();
        await foreach (var happened in clock) told.Add(happened.Number);
        told.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task What_is_forgotten_is_told_as_lost_and_who_stops_is_let_go()
    {
        var sandbox = await shared.SandboxAsync();
        using var world = sandbox.NewSession();
        for (var i = 0; i < 1003; i++) world.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var kept = world.EventsAsync([SandboxEventType.Customer], after: 0, stop: Stop).GetAsyncEnumerator(Stop);
        (await kept.MoveNextAsync()).ShouldBeTrue();
        (kept.Current.Type, kept.Current.Number, (long)kept.Current.Data["count"]!).ShouldBe((SandboxEventType.Lost, 3, 3));

        using var stopping = new CancellationTokenSource();
        await using var stopped = world.EventsAsync(stop: stopping.Token).GetAsyncEnumerator(Stop);
        var waiting = stopped.MoveNextAsync().AsTask();
        stopping.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        Should.Throw<ArgumentException>(() => world.EventsAsync(vendor: "nobody")).Message.ShouldContain("unknown vendor 'nobody'");
        Should.Throw<ArgumentOutOfRangeException>(() => world.EventsAsync(after: -1)).ParamName.ShouldBe("after");
    }
}
