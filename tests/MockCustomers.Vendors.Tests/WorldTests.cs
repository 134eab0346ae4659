using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>A test's own world, as the tests of users hold it.</summary>
public sealed class WorldTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_key_of_a_world_leads_into_it_and_no_longer_once_it_is_closed(string vendor)
    {
        var sandbox = await shared.SandboxAsync();
        var world = sandbox.NewSession();
        var one = world.Vendor(vendor);
        one.Key.ShouldNotBe(sandbox.Vendor(vendor).Key);
        one.Credential.Value.ShouldContain(one.Key);

        using var plain = new HttpClient { BaseAddress = new Uri(one.BaseUrl + "/") };
        plain.DefaultRequestHeaders.TryAddWithoutValidation(one.Credential.Key, one.Credential.Value);
        var target = Target(one);
        (await plain.GetAsync(new Uri(new Uri(one.BaseUrl), target))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var call = one.Calls.Single(status: 200);
        call.Vendor.ShouldBe(vendor);
        (call.Path + (call.Query.Length > 0 ? "?" + call.Query : "")).ShouldBe(target);
        call.Method.ShouldBe("GET");
        call.Operation.ShouldNotBeNull();
        call.Reason.ShouldBeNull();
        call.Headers[one.Credential.Key.ToUpperInvariant()].ShouldNotBeNull().ShouldNotContain(one.Key);
        call.Headers[one.Credential.Key.ToLowerInvariant()].ShouldBe(call.Headers[one.Credential.Key]);
        call.Headers["no-such-header"].ShouldBeNull();
        call.Headers[call.Headers.Count - 1].Key.ShouldNotBeEmpty();
        call.Headers.ShouldContain(header => header.Key.Equals(one.Credential.Key, StringComparison.OrdinalIgnoreCase) && !header.Value.Contains(one.Key));

        world.Dispose();
        (await plain.GetAsync(new Uri(new Uri(one.BaseUrl), target))).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        world.Dispose();
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_client_of_a_closed_world_is_told_so_instead_of_opening_it_again(string vendor)
    {
        var sandbox = await shared.SandboxAsync();
        var world = sandbox.NewSession();
        using var client = world.Vendor(vendor).CreateClient();
        using var stranger = world.Vendor(vendor).CreateStranger();
        (await client.GetAsync(Target(world.Vendor(vendor)))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync(Target(world.Vendor(vendor)))).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        world.Calls.Count().ShouldBe(2);
        world.Calls.Count(call => call.Reason is not null).ShouldBe(1);

        world.Dispose();
        (await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(Target(sandbox.Vendor(vendor))))).Message.ShouldContain(world.Name);
        Should.Throw<HttpRequestException>(() => stranger.Send(new HttpRequestMessage(HttpMethod.Get, "customers"))).Message.ShouldContain(world.Name);
        sandbox.Sessions.Find(world.Name).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task A_closed_world_can_be_looked_at_and_no_longer_steered(string vendor)
    {
        await using var sandbox = await Sandbox.StartAsync(o => o.Only(vendor));
        var world = sandbox.NewSession();
        var one = world.Vendor(vendor);
        var first = one.Customers.First();
        world.Dispose();

        Action[] steered =
        [
            () => one.Next().Fail(503), one.Down, one.Up, () => one.Customers.Create(), () => one.Customers.Move(first.Id, first.State),
            () => world.Clock.Advance(TimeSpan.FromDays(1)), () => world.Clock.Freeze(), () => world.Checkpoint(), () => world.Rollback("1"), world.Reset,
        ];
        foreach (var steer in steered) Should.Throw<ObjectDisposedException>(steer).Message.ShouldContain($"the session '{world.Name}' of the sandbox is closed");
        one.Customers.First().ShouldBe(first, "a customer is who it was as long as no field is another");
        world.Calls.Count().ShouldBe(0);
        world.Dispose();

        await sandbox.DisposeAsync();
        Should.Throw<ObjectDisposedException>(() => sandbox.Vendor(vendor).Customers.First()).ObjectName.ShouldBe(typeof(Sandbox).FullName);
        sandbox.Default.Dispose();
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_what_would()
    {
        var sandbox = await shared.SandboxAsync();
        using var world = sandbox.NewSession();
        var (vendor, other) = (sandbox.Vendors[0], sandbox.Vendors[1]);

        Should.Throw<ArgumentException>(() => world.Vendor(vendor + "s")).Message.ShouldStartWith($"there is no vendor '{vendor}s'; did you mean {vendor}? one of: {vendor}, {other}");
        Should.Throw<ArgumentException>(() => world.Vendor(vendor).Customers.Move(world.Vendor(vendor).Customers.First().Id, "flying")).Message.ShouldStartWith("unknown state 'flying'; one of: ");
        Should.Throw<ArgumentException>(() => world.Vendor(vendor).Customers.First(path: "flying")).Message.ShouldStartWith("unknown state 'flying'; one of: ");
        Should.Throw<ArgumentNullException>(() => world.Vendor(vendor).Customers.Find(null!)).ParamName.ShouldBe("id");
        Should.Throw<ArgumentOutOfRangeException>(() => new SandboxOptionsBuilder().Ports(70_000)).Message.ShouldContain("a port up to 64536, or 0 for free ports");
        Should.Throw<ArgumentNullException>(() => new SandboxOptionsBuilder().Seed(null!)).ParamName.ShouldBe("seed");
        Should.Throw<ArgumentNullException>(() => new SandboxOptionsBuilder().Only(null!)).ParamName.ShouldBe("vendors");
        Should.Throw<ArgumentException>(() => new SandboxOptionsBuilder().Only()).Message.ShouldStartWith("no vendor is named; one or more, such as Only(\"acme\"), or no Only for all of them");
        Should.Throw<ArgumentNullException>(() => world.Calls.Count(null!)).ParamName.ShouldBe("isMeant");
        Should.Throw<ArgumentNullException>(() => new SandboxOptionsBuilder().LogTo(null!)).ParamName.ShouldBe("writeLine");
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Customers_are_found_by_kind_state_and_path(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var customers = world.Vendor(vendor).Customers;
        var newest = customers.First();
        customers.Find(newest.Id).ShouldNotBeNull().Json.ToJsonString().ShouldBe(newest.Json.ToJsonString());
        customers.Newest(3, newest.State, newest.Kind).ShouldAllBe(customer => customer.State == newest.State && customer.Kind == newest.Kind);
        customers.Newest(3).Count.ShouldBe(3);
        customers.Count(newest.State, newest.Kind).ShouldBeInRange(1, customers.Count());
        customers.First(path: newest.State).ShouldNotBeNull();
        customers.Timeline(newest.Id).ShouldBe(customers.Timeline(newest.Id));
        customers.Timeline(newest.Id).GetHashCode().ShouldBe(customers.Timeline(newest.Id).GetHashCode());
        customers.Timeline(newest.Id).ShouldNotBe(customers.Timeline(newest.Id) with { Legal = ["flying"] });
        customers.Timeline(newest.Id).States.Last(state => !state.IsToCome).Name.ShouldBe(newest.State);

        Should.Throw<ArgumentException>(() => customers.First(state: "nowhere")).Message.ShouldContain("unknown state 'nowhere'; one of: ");
        Should.Throw<ArgumentException>(() => customers.Count(kind: "nobody")).Message.ShouldContain("unknown kind 'nobody'");
        Should.Throw<ArgumentException>(() => customers.Timeline("nobody"));
        customers.Find("nobody").ShouldBeNull();
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_customer_that_a_test_creates_is_served_and_leaves_no_call(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        if (one.Host.Vendor.Operations.All(served => served.ActionName != "create"))
        {
            Should.Throw<InvalidOperationException>(() => one.Customers.Create()).Message.ShouldContain("has no operation that creates customers");
            return;
        }

        one.Down();
        var before = one.Customers.Count();
        var made = one.Customers.Create();
        one.Customers.Count().ShouldBe(before + 1);
        one.Customers.First().Id.ShouldBe(made.Id);
        one.Calls.ShouldBeEmpty();
        (await shared.SandboxAsync()).Vendor(vendor).Customers.Find(made.Id).ShouldBeNull();

        Should.Throw<InvalidOperationException>(() => one.Customers.Create(new JsonArray())).Message.ShouldContain("does not create this customer: 4");
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Who_awaits_goes_on_while_another_writes(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        var (customer, state) = Movable(one);
        var (before, began) = (one.Customers.Count(), world.Clock.Now);
        using var writer = new Writer(one);

        var creating = Creates(one) ? one.Customers.CreateAsync() : null;
        var moving = one.Customers.MoveAsync(customer, state);
        var advancing = world.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        foreach (var waiting in new Task?[] { creating, moving, advancing }) (waiting?.IsCompleted ?? false).ShouldBeFalse();
        writer.End();

        (await moving).State.ShouldBe(state);
        (await advancing).ShouldBe(began.AddMinutes(1));
        (await world.Clock.SetAsync(began.AddMinutes(2))).ShouldBe(began.AddMinutes(2));
        if (creating is null) (await Should.ThrowAsync<InvalidOperationException>(() => one.Customers.CreateAsync())).Message.ShouldContain("has no operation that creates customers");
        else one.Customers.Find((await creating).Id).ShouldNotBeNull();
        one.Customers.Count().ShouldBe(before + (creating is null ? 0 : 1));

        var stopped = new CancellationToken(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(() => one.Customers.CreateAsync(stop: stopped));
        await Should.ThrowAsync<OperationCanceledException>(() => one.Customers.MoveAsync(customer, state, stopped));
        await Should.ThrowAsync<OperationCanceledException>(() => world.Clock.AdvanceAsync(TimeSpan.FromDays(1), stopped));
        world.Clock.Now.ShouldBe(began.AddMinutes(2));
        one.Customers.Count().ShouldBe(before + (creating is null ? 0 : 1));
        world.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(() => one.Customers.CreateAsync());
        await Should.ThrowAsync<ObjectDisposedException>(() => one.Customers.MoveAsync(customer, state));
        await Should.ThrowAsync<ObjectDisposedException>(() => world.Clock.AdvanceAsync(TimeSpan.Zero));
    }

    /// <summary>As in a test whose framework, or whose window, runs everything on the one thread that now waits.</summary>
    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Who_cannot_await_waits_for_nothing_but_its_turn(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        var (customer, state) = Movable(one);
        var before = one.Customers.Count();
        using var writer = new Writer(one);
        var done = new TaskCompletionSource<(string State, bool IsStill)>();
        var thread = new Thread(() =>
        {
            var context = new StandingContext();
            SynchronizationContext.SetSynchronizationContext(context);
            try
            {
                if (Creates(one)) one.Customers.Create();
                var moved = one.Customers.Move(customer, state);
                world.Clock.Advance(TimeSpan.FromMinutes(1));
                done.SetResult((moved.State, SynchronizationContext.Current == context));
            }
            catch (Exception failed)
            {
                done.SetException(failed);
            }
        })
        { IsBackground = true };
        thread.Start();
        while ((thread.ThreadState & ThreadState.WaitSleepJoin) == 0 && !done.Task.IsCompleted) Thread.Yield();
        done.Task.IsCompleted.ShouldBeFalse();
        writer.End();

        (await done.Task.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe((state, true));
        one.Customers.Count().ShouldBe(before + (Creates(one) ? 1 : 0));
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_customer_is_moved_as_the_lifecycle_allows_and_a_rollback_takes_it_back(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var customers = world.Vendor(vendor).Customers;
        var (customer, legal) = customers.Newest(200).Select(each => (each, customers.Timeline(each.Id).Legal)).FirstOrDefault(each => each.Legal.Count > 0);
        customer.ShouldNotBeNull($"nobody of {vendor} can be moved");
        var checkpoint = world.Checkpoint();
        var began = world.Clock.Now;

        customers.Move(customer!.Id, legal[0]).State.ShouldBe(legal[0]);
        customers.Timeline(customer.Id).States.Last(state => !state.IsToCome).Name.ShouldBe(legal[0]);
        world.Clock.Advance(TimeSpan.FromDays(1)).ShouldBe(began.AddDays(1));
        world.Clock.Now.ShouldBe(began.AddDays(1));
        world.Rollback(checkpoint);

        world.Clock.Now.ShouldBe(began);
        customers.Find(customer.Id)!.State.ShouldBe(customer.State);
        Should.Throw<InvalidOperationException>(() => customers.Move(customer.Id, customer.State)).Message.ShouldContain(legal[0]);
        Should.Throw<ArgumentException>(() => customers.Move("nobody", legal[0]));
        Should.Throw<ArgumentException>(() => world.Rollback("7"));
        Should.Throw<ArgumentOutOfRangeException>(() => world.Clock.Advance(TimeSpan.FromTicks(-20)));
        Should.Throw<ArgumentOutOfRangeException>(() => world.Clock.Advance(TimeSpan.FromDays(40_000)));
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task An_expectation_that_fails_prints_the_calls_and_why_they_were_refused(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        Should.Throw<UnexpectedCallsException>(() => one.Calls.Last()).Message.ShouldContain("no call");
        using var client = one.CreateClient();
        using var refused = await client.GetAsync("no/such/path");
        using var answered = await client.GetAsync(Target(one));

        one.Calls.Last().Status.ShouldBe(200);
        one.Calls.Last(status: (int)refused.StatusCode).Number.ShouldBe(1);
        one.Calls.Last(call => call.Reason is not null).Number.ShouldBe(1);
        one.Calls.Expect(1, status: 200).ShouldHaveSingleItem().Number.ShouldBe(2);
        one.Calls.Expect(2, call => call.Method == "GET").Select(call => call.Number).ShouldBe([1, 2]);
        one.Calls.Count(status: (int)refused.StatusCode).ShouldBe(1);
        one.Calls.Count(call => call.Reason is null).ShouldBe(1);
        Should.Throw<UnexpectedCallsException>(() => one.Calls.Last(status: 418)).Message.ShouldStartWith("there was no such call");
        Should.Throw<UnexpectedCallsException>(() => one.Calls.Expect(1, call => call.Method == "GET")).Message.ShouldContain("expected 1 call like this, and there were 2 of 2");
        one.Calls.Single(call => call.Path.EndsWith("no/such/path", StringComparison.Ordinal)).Operation.ShouldBeNull();
        var thrown = Should.Throw<UnexpectedCallsException>(() => one.Calls.Single(call => call.Status == 418));
        thrown.Message.ShouldContain("expected 1 call like this, and there were 0 of 2");
        thrown.Message.ShouldContain("no/such/path -> ");
        thrown.Calls.Select(call => call.Number).ShouldBe([1, 2]);
        thrown.Message.ShouldContain("no operation has this path");
        Should.Throw<UnexpectedCallsException>(() => one.Calls.Expect(3)).Message.ShouldContain("expected 3 calls like this, and there were 2 of 2");
        var refusals = Should.Throw<UnexpectedCallsException>(one.Calls.ExpectNoRefusals).Message;
        refusals.ShouldContain("no operation has this path");
        refusals.ShouldNotContain("-> 200");
    }

    [Fact]
    public async Task A_world_may_have_its_own_name_people_date_and_log()
    {
        var sandbox = await shared.SandboxAsync();
        var vendor = sandbox.Vendors[0];
        List<string> lines = [];
        var date = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
        using var world = sandbox.NewSession("of-its-own", seed: "july", population: 60, now: date, logTo: line => { lock (lines) lines.Add(line); });
        world.Name.ShouldBe("of-its-own");
        world.Clock.Now.ShouldBe(date);
        world.Vendor(vendor).Customers.Count().ShouldBe(60);
        world.Vendor(vendor).Customers.First().Id.ShouldNotBe(sandbox.Vendor(vendor).Customers.First().Id);

        using var client = world.Vendor(vendor).CreateClient();
        using var elsewhere = sandbox.Vendor(vendor).CreateClient();
        await client.GetAsync(Target(world.Vendor(vendor)));
        await elsewhere.GetAsync(Target(sandbox.Vendor(vendor)));
        lines.ShouldHaveSingleItem().ShouldStartWith($"{vendor}  GET /");

        Should.Throw<ArgumentException>(() => sandbox.NewSession("of-its-own")).Message.ShouldContain("there is a session");
        Should.Throw<ArgumentException>(() => sandbox.NewSession("no name"));
        Should.Throw<ArgumentOutOfRangeException>(() => sandbox.NewSession(population: -1));
    }

    [Fact]
    public async Task A_log_that_is_over_fails_no_request()
    {
        var told = 0;
        var vendor = Vendors.Sixth;
        await using var sandbox = await Sandbox.StartAsync(o => o.Specs(Vendors.Specs).Only(vendor).Population(100).LogTo(_ =>
        {
            Interlocked.Increment(ref told);
            throw new InvalidOperationException("there is no test any more");
        }));
        using var client = sandbox.Vendor(vendor).CreateClient();
        (await client.GetAsync(Target(sandbox.Vendor(vendor)))).StatusCode.ShouldBe(HttpStatusCode.OK);
        told.ShouldBe(1);
    }

    [Fact]
    public async Task Options_of_a_sandbox_are_what_it_serves()
    {
        var date = new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero);
        await using var one = await Sandbox.StartAsync(o => o.Specs(Vendors.Specs).Only(Vendors.Sixth).Population(70).Seed("july").Now(date).WithoutQuirks().Sessions(most: 1, calls: 2));
        await using var same = await Sandbox.StartAsync(o => o.Specs(Vendors.Specs).Only(Vendors.Sixth).Population(70).Seed("july").Now(date).WithoutQuirks());
        await using var other = await Sandbox.StartAsync(o => o.Specs(Vendors.Specs).Only(Vendors.Sixth).Population(70).Seed(7).Now(date));
        one.Vendors.ShouldBe([Vendors.Sixth]);
        one.Default.Clock.Now.ShouldBe(date);
        one.Vendor(Vendors.Sixth).Customers.Count().ShouldBe(70);
        one.Vendor(Vendors.Sixth).Customers.First().Json.ToJsonString().ShouldBe(same.Vendor(Vendors.Sixth).Customers.First().Json.ToJsonString());
        one.Vendor(Vendors.Sixth).Customers.First().Json.ToJsonString().ShouldNotBe(other.Vendor(Vendors.Sixth).Customers.First().Json.ToJsonString());

        using var world = one.NewSession();
        Should.Throw<InvalidOperationException>(() => one.NewSession()).Message.ShouldContain("as many sessions as there may be");
        using var client = world.Vendor(Vendors.Sixth).CreateClient();
        for (var i = 0; i < 3; i++) (await client.GetAsync(Target(world.Vendor(Vendors.Sixth)))).EnsureSuccessStatusCode();
        world.Calls.Count().ShouldBe(2);
        Should.Throw<ArgumentOutOfRangeException>(() => new SandboxOptionsBuilder().Population(-1));
    }

    [Fact]
    public async Task Two_hundred_tests_at_once_each_see_their_own_world()
    {
        const int Worlds = 200;
        var sandbox = await shared.SandboxAsync();
        var vendor = sandbox.Vendors.First(name => sandbox.Host(name).Vendor.Operations.Any(served => served.ActionName == "create"));
        var created = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Worlds), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, stop) =>
        {
            using var world = sandbox.NewSession();
            var one = world.Vendor(vendor);
            world.Clock.Advance(TimeSpan.FromMinutes(number));
            one.Next().Fail(503);
            var made = one.Customers.Create();
            using var client = one.CreateClient();
            using var failed = await client.GetAsync(Target(one), stop);
            using var answered = await client.GetAsync(Target(one), stop);

            failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            answered.StatusCode.ShouldBe(HttpStatusCode.OK);
            one.Calls.Select(call => call.Status).ShouldBe([503, 200]);
            one.Customers.First().Id.ShouldBe(made.Id);
            (world.Clock.Now - sandbox.Default.Clock.Now).ShouldBe(TimeSpan.FromMinutes(number));
            created.Add(world.Name);
        });
        created.Distinct().Count().ShouldBe(Worlds);
        created.ShouldAllBe(name => sandbox.Sessions.Find(name) == null);
    }

    [Fact]
    public async Task Disposal_answers_what_is_held_back_and_waits_for_nobody()
    {
        var vendor = Vendors.Sixth;
        var sandbox = await Sandbox.StartAsync(o => o.Specs(Vendors.Specs).Only(vendor).Population(100));
        var world = sandbox.NewSession();
        var one = world.Vendor(vendor);
        var fault = one.Always().Delay(TimeSpan.FromMinutes(10));
        using var client = one.CreateClient();
        using var inMemory = new HttpClient(world.CreateHandler()) { BaseAddress = new Uri(one.BaseUrl) };
        inMemory.DefaultRequestHeaders.TryAddWithoutValidation(one.Credential.Key, one.Credential.Value);
        var target = Target(one);
        Task<HttpResponseMessage>[] held = [client.GetAsync(target), inMemory.GetAsync(target)];
        while (fault.Hits < held.Length) await Task.Delay(10);

        await sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
        await sandbox.DisposeAsync();
        foreach (var reply in held) (await reply.WaitAsync(TimeSpan.FromSeconds(60))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(target));
        await Should.ThrowAsync<HttpRequestException>(() => inMemory.GetAsync(target));
        Should.Throw<ObjectDisposedException>(() => sandbox.NewSession());
        world.Dispose();
    }

    private static bool Creates(SandboxVendor vendor) => vendor.Host.Vendor.Operations.Any(served => served.ActionName == "create");

    /// <summary>A customer who can be moved, and where to.</summary>
    private static (string Id, string To) Movable(SandboxVendor vendor) =>
        vendor.Customers.Newest(200).Select(each => (each.Id, vendor.Customers.Timeline(each.Id).Legal)).Where(each => each.Legal.Count > 0).Select(each => (each.Id, each.Legal[0])).First();

    /// <summary>A target of the vendor that is answered with 200.</summary>
    private static string Target(SandboxVendor vendor) =>
        vendor.Host.Vendor.Example(vendor.Host.Vendor.Operations.First(served => served.ActionName == "fetch"), vendor.Part.View).Target;

    /// <summary>Somebody who writes, and does not come to an end before they are told to.</summary>
    private sealed class Writer : IDisposable
    {
        private readonly ManualResetEventSlim ended = new();
        private readonly Thread thread;

        public Writer(SandboxVendor vendor)
        {
            using var begun = new ManualResetEventSlim();
            thread = new Thread(() => vendor.Part.Change(begun, (_, told) =>
            {
                told.Set();
                ended.Wait();
                return true;
            }));
            thread.Start();
            begun.Wait();
        }

        public void End() => ended.Set();

        public void Dispose()
        {
            End();
            thread.Join();
            ended.Dispose();
        }
    }

    /// <summary>What is handed to it is never run.</summary>
    private sealed class StandingContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
