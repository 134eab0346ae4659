using System.Net;
using System.Net.ServerSentEvents;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using MockCustomers.Events;
using MockCustomers.Server.Control;
using MockCustomers.Sessions;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>What happens in a session is told while it happens, and again to whoever comes back.</summary>
public sealed class EventsTests
{
    private readonly FakeTimeProvider machine = new();

    /// <summary>The vendors whose customers can be created.</summary>
    public static TheoryData<string> WithCreates => Manifests.Where(v => v.Creates.Count > 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void There_are_customers_to_create() => WithCreates.Count.ShouldBeGreaterThanOrEqualTo(4);

    [Theory, MemberData(nameof(WithCreates))]
    public async Task A_create_is_told_as_a_request_and_as_a_customer(string vendor)
    {
        await using var sandbox = await StartAsync(vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var client = sandbox.ControlClient();
        using var stream = await OpenAsync(client, "limit=3");
        var create = tested.Surface.Creates[0];
        (string, string)[] headers = [tested.Credential, ("Content-Type", "application/json")];
        var created = await tested.Wire.SendAsync("POST", tested.Vendor.Example(create).Target, tested.Vendor.Example(create).Body!.ToJsonString(), headers);
        created.Status.ShouldBeInRange(200, 201);
        await client.PostJsonAsync("__admin/clock", """{"advance": "P3D"}""");
        var told = await ReadAsync(stream);

        told.Select(item => item.EventType).ShouldBe(["customer", "request", "clock"]);
        told.Select(item => item.EventId).ShouldBe(["1", "2", "3"]);
        var (customer, request, clock) = (told[0].Data, told[1].Data, told[2].Data);
        customer["vendor"]!.GetValue<string>().ShouldBe(vendor);
        customer["change"]!.GetValue<string>().ShouldBe("created");
        created.Text.ShouldContain(customer["id"]!.GetValue<string>());
        customer["customer"]!.AsObject().Count.ShouldBeGreaterThan(1);
        request["method"]!.GetValue<string>().ShouldBe("POST");
        request["status"]!.GetValue<int>().ShouldBe(created.Status);
        request["operation"]!.GetValue<string>().ShouldBe(create.Operation.Id);
        (await client.GetStringAsync($"__admin/requests/{request["id"]}")).ShouldContain(request["url"]!.GetValue<string>());
        (clock["at"]!.GetValue<DateTimeOffset>() - clock["from"]!.GetValue<DateTimeOffset>()).ShouldBe(TimeSpan.FromDays(3));
        clock["cause"]!.GetValue<string>().ShouldBe("changed");
    }

    [Fact]
    public async Task Whoever_comes_back_goes_on_after_the_event_that_they_know()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        for (var i = 0; i < 5; i++) await AdvanceAsync(client);
        (await IdsAsync(client, "after=0&limit=5")).ShouldBe(["1", "2", "3", "4", "5"]);
        (await IdsAsync(client, "after=3&limit=2")).ShouldBe(["4", "5"]);
        (await IdsAsync(client, "after=0&limit=1", lastEventId: "4")).ShouldBe(["5"], "the header is newer than the query");
        (await IdsAsync(client, "after=77&limit=5")).ShouldBe(["1", "2", "3", "4", "5"], "another run gave that id");
        using var now = await OpenAsync(client, "limit=1");
        await AdvanceAsync(client);
        (await ReadAsync(now)).Single().EventId.ShouldBe("6");
    }

    [Fact]
    public async Task What_is_no_longer_kept_is_told_as_lost()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        for (var i = 0; i < EventFeed.MostEvents + 20; i++) await AdvanceAsync(client);
        using var stream = await OpenAsync(client, $"after=5&limit={EventFeed.MostEvents}");
        var told = await ReadAsync(stream);
        told[0].EventType.ShouldBe("lost");
        told[0].Data["count"]!.GetValue<int>().ShouldBe(15);
        told[0].EventId.ShouldBe("20");
        told.Skip(1).Select(item => item.EventId).ShouldBe(Enumerable.Range(21, EventFeed.MostEvents).Select(number => $"{number}"));
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_told()
    {
        await using var sandbox = await StartAsync();
        var host = sandbox.Host(sandbox.Vendors[0]);
        using var tested = new VendorUnderTest(host);
        using var client = sandbox.ControlClient();
        await AdvanceAsync(client);
        (await tested.GetAsync(tested.Example(tested.Fetch))).Status.ShouldBe(200);
        (await tested.GetAsync(tested.Example(tested.Fetch), ("X-Sandbox-Session", "other"))).Status.ShouldBe(200);
        host.Sessions.Default.Events.Publish(new CustomerEvent(0, "another", "1", CustomerChange.Updated, "a", "a", "person", "{}"u8.ToArray()));
        await AdvanceAsync(client);
        (await IdsAsync(client, "after=0&types=clock&limit=2")).ShouldBe(["1", "4"]);
        (await IdsAsync(client, "after=0&types=requests&limit=1")).ShouldBe(["2"]);
        (await IdsAsync(client, "after=0&types=customers,clock,webhooks&limit=3")).ShouldBe(["1", "3", "4"]);
        (await IdsAsync(client, $"after=0&vendor={host.Name}&limit=3")).ShouldBe(["1", "2", "4"], "the clock is everybody's");
        (await IdsAsync(client, "after=0&session=other&limit=1")).ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("types=orders", null, 400, "unknown type 'orders'; one of: requests, customers, clock, webhooks")]
    [InlineData("after=-1", null, 400, "'after' cannot be '-1'")]
    [InlineData("limit=0", null, 400, "'limit' cannot be '0'")]
    [InlineData("", "x", 400, "'Last-Event-ID' cannot be 'x'")]
    [InlineData("vendor=nobody", null, 404, "there is no vendor 'nobody'")]
    [InlineData("session=nobody", null, 404, "there is no session 'nobody'")]
    [InlineData("session=*", null, 404, "there is no session '*'")]
    [InlineData("sinc=1", null, 400, "unknown parameter 'sinc'")]
    public async Task What_cannot_be_asked_for_is_refused(string query, string? lastEventId, int status, string said)
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        using var reply = await GetAsync(client, query, lastEventId);
        ((int)reply.StatusCode).ShouldBe(status);
        (await reply.Content.ReadAsStringAsync(Stop)).ShouldContain(said);
    }

    [Fact]
    public async Task A_comment_comes_when_nothing_happens()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        using var stream = await OpenAsync(client, "");
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(Stop));
        (await lines.ReadLineAsync(Stop)).ShouldBe(": events from here on");
        (await lines.ReadLineAsync(Stop)).ShouldBe("");
        var next = lines.ReadLineAsync(Stop).AsTask();
        while (!next.IsCompleted)
        {
            machine.Advance(TimeSpan.FromSeconds(15));
            await Task.WhenAny(next, Task.Delay(20, Stop));
        }

        (await next).ShouldBe(": still there");
    }

    [Fact]
    public async Task It_ends_with_its_session()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        await client.PostJsonAsync("__admin/sessions", """{"name": "short"}""");
        using var stream = await OpenAsync(client, "session=short");
        await client.PostJsonAsync("__admin/clock?session=short", """{"advance": "P1D"}""");
        (await client.DeleteAsync("__admin/sessions/short", Stop)).EnsureSuccessStatusCode();
        (await ReadAsync(stream)).Select(item => item.EventType).ShouldBe(["clock"]);
    }

    [Fact]
    public async Task A_reset_is_told_and_forgets_none()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        await AdvanceAsync(client);
        await client.PostJsonAsync("__admin/sessions/default/checkpoints", "{}");
        await AdvanceAsync(client);
        await client.PostJsonAsync("__admin/sessions/default/rollback", """{"checkpoint": "1"}""");
        await client.PostJsonAsync("__admin/sessions/default/reset", "{}");
        using var stream = await OpenAsync(client, "after=0&limit=4");
        (await ReadAsync(stream)).Select(item => item.Data["cause"]!.GetValue<string>()).ShouldBe(["changed", "changed", "rollback", "reset"]);
    }

    /// <summary>The two ways in which a reader is there when the sandbox stops: one that reads, and one whose connection is full.</summary>
    [Fact]
    public async Task Readers_do_not_hold_up_the_end_of_the_sandbox()
    {
        var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        using var stream = await OpenAsync(client, "types=clock");
        var reading = ReadAsync(stream);
        using var full = await FillAsync(sandbox);
        await AdvanceAsync(client);
        await sandbox.DisposeAsync().AsTask().WaitAsync(Stop);
        // Of what was lost between it is told, too.
        (await reading).Count(told => told.EventType == "clock").ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_reader_that_takes_nothing_holds_up_nobody()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        using var full = await FillAsync(sandbox);
        using var stream = await OpenAsync(client, "limit=3");
        for (var i = 0; i < 3; i++) await AdvanceAsync(client);
        (await ReadAsync(stream)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Only_so_many_read_at_once()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        var streams = new List<HttpResponseMessage>();
        for (var i = 0; i < EventsResource.MostReaders; i++) streams.Add(await OpenAsync(client, ""));
        using (var refused = await GetAsync(client, "")) refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        streams.ForEach(stream => stream.Dispose());
        var reply = await GetAsync(client, "");
        while (reply.StatusCode == HttpStatusCode.TooManyRequests)
        {
            reply.Dispose();
            await Task.Delay(20, Stop);
            reply = await GetAsync(client, "");
        }

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Dispose();
    }

    [Fact]
    public async Task Without_a_journal_requests_are_told_to_those_who_read()
    {
        await using var sandbox = await StartAsync(options: new SandboxOptions { Sessions = new SessionOptions { Journal = 0 } });
        using var tested = new VendorUnderTest(sandbox.Host(sandbox.Vendors[0]));
        using var client = sandbox.ControlClient();
        (await tested.GetAsync(tested.Example(tested.Fetch))).Status.ShouldBe(200);
        using var stream = await OpenAsync(client, "limit=1");
        (await tested.GetAsync("/nowhere")).Status.ShouldBeInRange(400, 404);
        var told = (await ReadAsync(stream)).Single().Data;
        told["url"]!.GetValue<string>().ShouldBe("/nowhere");
        told["id"].ShouldBeNull();
    }

    [Fact]
    public async Task Its_head_is_that_of_a_stream_that_nobody_keeps()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        using var asking = new HttpRequestMessage(HttpMethod.Head, "__admin/events");
        using var head = await client.SendAsync(asking, Stop);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        head.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    /// <summary>A reader that takes nothing, once its connection is full.</summary>
    private static async Task<Socket> FillAsync(Sandbox sandbox)
    {
        var control = new Uri(sandbox.Control);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(control.Host, control.Port, Stop);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET /__admin/events HTTP/1.1\r\nHost: {control.Authority}\r\n\r\n"), Stop);
        var first = new byte[1];
        (await socket.ReceiveAsync(first, Stop)).ShouldBe(1);
        var events = sandbox.Host(sandbox.Vendors[0]).Sessions.Default.Events;
        var large = JsonValue.Create(new string('x', 50_000)).ToJsonString();
        // 15 MB: more than loopback and the server hold on their way.
        for (var i = 0; i < 300; i++)
        {
            events.Publish(new CustomerEvent(0, "another", "1", CustomerChange.Updated, "a", "a", "person", Encoding.UTF8.GetBytes(large)));
            await Task.Yield();
        }

        return socket;
    }

    private Task<Sandbox> StartAsync(string? vendor = null, SandboxOptions? options = null) => Sandbox.StartAsync(o => o.With(settings => settings with
    {
        Specs = Vendors.Specs,
        Vendors = [vendor ?? Server.SandboxFolder.Names(Vendors.Shipped)[0]],
        Machine = machine,
        Options = options ?? new SandboxOptions(),
    }));

    private static async Task AdvanceAsync(HttpClient client) => (await client.PostJsonAsync("__admin/clock", """{"advance": "PT1S"}""")).Status.ShouldBe(200);

    private static async Task<IReadOnlyList<string?>> IdsAsync(HttpClient client, string query, string? lastEventId = null)
    {
        using var stream = await OpenAsync(client, query, lastEventId);
        return [.. (await ReadAsync(stream)).Select(item => item.EventId)];
    }

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient client, string query, string? lastEventId = null)
    {
        var reply = await GetAsync(client, query, lastEventId);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return reply;
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string query, string? lastEventId = null)
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, $"__admin/events?{query}");
        if (lastEventId is not null) asking.Headers.Add("Last-Event-ID", lastEventId);
        return await client.SendAsync(asking, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    /// <summary>All events up to the stream's end, as another reader of server-sent events reads them; each is one line of JSON.</summary>
    private static async Task<IReadOnlyList<SseItem<JsonObject>>> ReadAsync(HttpResponseMessage reply)
    {
        var parser = SseParser.Create(await reply.Content.ReadAsStreamAsync(Stop), (_, data) =>
        {
            data.IndexOf((byte)'\n').ShouldBe(-1);
            return JsonNode.Parse(data)!.AsObject();
        });
        var items = new List<SseItem<JsonObject>>();
        await foreach (var item in parser.EnumerateAsync(Stop)) items.Add(item);
        return items;
    }
}
