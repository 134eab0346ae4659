using System.Net;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>What a test lets go wrong, over a connection and in memory alike.</summary>
public sealed class WorldFaultTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly string[] Ways = ["Reset", "Empty", "Truncate", "Garbage", "Malformed", "Down"];

    /// <summary>Every way in which a connection breaks, by vendor.</summary>
    public static TheoryData<string, string> Breaks =>
    [
        .. from vendor in Vendors.All() from way in Ways select new TheoryDataRow<string, string>(vendor.Data, way),
    ];

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_next_calls_fail_in_the_vendors_words_and_then_no_more(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        var target = Target(one);
        foreach (var client in Clients(one))
        {
            using (client)
            {
                using var fault = one.Next(2).Fail(503, retryAfter: TimeSpan.FromSeconds(7));
                for (var i = 0; i < 2; i++)
                {
                    using var failed = await client.GetAsync(target);
                    failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
                    failed.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
                }

                fault.Hits.ShouldBe(2);
                (await client.GetAsync(target)).StatusCode.ShouldBe(HttpStatusCode.OK);
                one.Calls.Last().Reason.ShouldBeNull();
            }
        }

        one.Calls.Count(status: 503).ShouldBe(4);
        one.Calls.Where(call => call.Status == 503).ShouldAllBe(call => call.Reason!.StartsWith("the injected fault 'fault-"));
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_fault_strikes_every_so_many_th_call_a_share_or_those_that_were_meant(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        using var client = Clients(one)[1];
        var target = Target(one);
        var operation = one.Host.Vendor.Operations.First(served => served.ActionName == "fetch").Operation.Id;

        using (one.Every(3).Fail(500))
            (await StatusesAsync(client, target, 6)).ShouldBe([200, 200, 500, 200, 200, 500]);
        using (var rate = one.On(operation, method: "GET").Rate(0.5).Fail(502))
        {
            var statuses = await StatusesAsync(client, target, 40);
            rate.Hits.ShouldBe(statuses.Count(status => status == 502));
            rate.Hits.ShouldBeInRange(5, 35);
        }

        using (one.On(customer: "nobody").Always().Fail(500)) (await StatusesAsync(client, target, 1)).ShouldBe([200]);
        using (one.On(path: "/no*").Always().Fail(500)) (await StatusesAsync(client, target, 1)).ShouldBe([200]);
        Should.Throw<ArgumentException>(() => one.On("noSuchOperation")).Message.ShouldContain("unknown operation 'noSuchOperation'");
        Should.Throw<ArgumentOutOfRangeException>(() => one.Next(0));
        Should.Throw<ArgumentOutOfRangeException>(() => one.Every(0));
        Should.Throw<ArgumentOutOfRangeException>(() => one.Rate(1.1));
        Should.Throw<ArgumentOutOfRangeException>(() => one.Always().Fail(200));
        Should.Throw<ArgumentOutOfRangeException>(() => one.Always().Fail(503, TimeSpan.FromDays(2)));
        Should.Throw<ArgumentOutOfRangeException>(() => one.Always().Delay(TimeSpan.FromHours(1)));
        Should.Throw<ArgumentOutOfRangeException>(() => one.Always().Delay(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)));
        Should.Throw<ArgumentOutOfRangeException>(() => one.Always().Slow(0));
    }

    [Theory, MemberData(nameof(Breaks))]
    public async Task A_connection_breaks_in_memory_as_it_does_on_the_wire(string vendor, string way)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        if (way == "Down") one.Down();
        else _ = Broken(one.Always(), way);
        var told = new List<string>();
        foreach (var client in Clients(one))
        {
            using (client)
            {
                var whole = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(Target(one)));
                told.Add($"{Told(whole)}; {await HeadAsync(client, Target(one))}");
            }
        }

        told.Count.ShouldBe(2);
        told[1].ShouldBe(told[0]);
        one.Calls.Count().ShouldBeGreaterThanOrEqualTo(4);

        one.Up();
        world.Reset();
        foreach (var client in Clients(one))
        {
            using (client)
                (await client.GetAsync(Target(one))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Whoever_has_no_credential_finds_a_vendor_that_is_down_as_down_as_anybody(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        world.Vendor(vendor).Down();
        using var stranger = world.Vendor(vendor).CreateStranger();
        await Should.ThrowAsync<HttpRequestException>(() => stranger.GetAsync("no/such/path"));
        world.Vendor(vendor).Up();
        ((int)(await stranger.GetAsync("no/such/path")).StatusCode).ShouldBeGreaterThanOrEqualTo(400);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_control_port_begins_and_ends_an_outage_in_one_session(string vendor)
    {
        var sandbox = await shared.SandboxAsync();
        using var control = sandbox.ControlClient();
        using var world = sandbox.NewSession();
        using var other = sandbox.NewSession();
        using var client = world.Vendor(vendor).CreateClient();
        using var others = other.Vendor(vendor).CreateClient();
        var path = $"__admin/outages?session={world.Name}";
        (await control.PostJsonAsync(path, $$"""{"vendor": "{{vendor}}"}""")).ShouldBe((200, $$"""{"down":["{{vendor}}"]}"""));
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(Target(world.Vendor(vendor))));
        (await others.GetAsync(Target(other.Vendor(vendor)))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await control.GetStringAsync(path)).ShouldBe($$"""{"down":["{{vendor}}"]}""");
        (await control.PostJsonAsync(path, """{"vendor": "nobody"}""")).Status.ShouldBe(404);
        (await control.PostJsonAsync(path, "{}")).Status.ShouldBe(400);
        (await control.DeleteAsync($"{path}&vendor=nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await control.DeleteAsync($"{path}&vendor={vendor}")).Content.ReadAsStringAsync()).ShouldBe("""{"down":[]}""");
        (await client.GetAsync(Target(world.Vendor(vendor)))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_reply_that_is_held_back_is_cancelled_and_a_slow_one_arrives_whole(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        foreach (var client in Clients(one))
        {
            using (client)
            {
                var usual = await client.GetByteArrayAsync(Target(one));
                using (one.Always().Slow(usual.Length * 20)) (await client.GetByteArrayAsync(Target(one))).ShouldBe(usual);
                using (one.Always().Delay(TimeSpan.Zero, TimeSpan.FromMilliseconds(5))) (await client.GetByteArrayAsync(Target(one))).ShouldBe(usual);
                using var held = one.Always().Delay(TimeSpan.FromMinutes(5));
                using var cancel = new CancellationTokenSource();
                var asking = client.GetAsync(Target(one), cancel.Token);
                while (held.Hits == 0) await Task.Delay(5);
                await cancel.CancelAsync();
                await Should.ThrowAsync<TaskCanceledException>(() => asking);
            }
        }
    }

    /// <summary>A client over a connection, and one in memory.</summary>
    private static HttpClient[] Clients(SandboxVendor vendor)
    {
        var inMemory = new HttpClient(vendor.World.CreateHandler()) { BaseAddress = vendor.Host.ClientBase };
        inMemory.DefaultRequestHeaders.TryAddWithoutValidation(vendor.Credential.Key, vendor.Credential.Value);
        return [vendor.CreateClient(), inMemory];
    }

    private static SandboxFault Broken(FaultyCalls calls, string way) => way switch
    {
        "Reset" => calls.Reset(),
        "Empty" => calls.Empty(),
        "Truncate" => calls.Truncate(),
        "Garbage" => calls.Garbage(),
        "Malformed" => calls.Malformed(),
        _ => throw new ArgumentException(way, nameof(way)),
    };

    /// <summary>What a client has of a reply whose body it reads itself.</summary>
    private static async Task<string> HeadAsync(HttpClient client, string target)
    {
        try
        {
            using var reply = await client.GetAsync(target, HttpCompletionOption.ResponseHeadersRead);
            using var kept = new MemoryStream();
            var body = await reply.Content.ReadAsStreamAsync();
            var broken = await Should.ThrowAsync<HttpIOException>(() => body.CopyToAsync(kept));
            return $"{(int)reply.StatusCode} {reply.Content.Headers.ContentLength} {kept.Length} {Told(broken)}";
        }
        catch (HttpRequestException none)
        {
            return Told(none);
        }
    }

    /// <summary>What a retry policy looks at.</summary>
    private static string Told(Exception? exception) => exception switch
    {
        null => "",
        HttpRequestException request => $"{nameof(HttpRequestException)} {request.HttpRequestError} {request.StatusCode} < {Told(request.InnerException)}",
        HttpIOException io => $"{nameof(HttpIOException)} {io.HttpRequestError} < {Told(io.InnerException)}",
        System.Net.Sockets.SocketException socket => $"{nameof(System.Net.Sockets.SocketException)} {socket.SocketErrorCode}",
        _ => $"{exception.GetType().Name} < {Told(exception.InnerException)}",
    };

    private static async Task<List<int>> StatusesAsync(HttpClient client, string target, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            using var reply = await client.GetAsync(target);
            statuses.Add((int)reply.StatusCode);
        }

        return statuses;
    }

    private static string Target(SandboxVendor vendor) =>
        vendor.Host.Vendor.Example(vendor.Host.Vendor.Operations.First(served => served.ActionName == "fetch"), vendor.Part.View).Target;
}
