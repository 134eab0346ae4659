using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using MockCustomers.Sessions;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>The clock of the control port.</summary>
public sealed class ClockTests
{
    private readonly FakeTimeProvider machine = new();

    [Theory]
    [InlineData("PT60S", "2026-01-31T00:01:00.000Z")]
    [InlineData("P1M", "2026-02-28T00:00:00.000Z")]
    [InlineData("P1Y", "2027-01-31T00:00:00.000Z")]
    [InlineData("P1W", "2026-02-07T00:00:00.000Z")]
    [InlineData("P1Y2M3DT4H5M6.5S", "2027-04-03T04:05:06.500Z")]
    public async Task A_period_moves_it_by_the_calendar(string period, string then)
    {
        await using var sandbox = await StartAsync();
        (await PostAsync(sandbox, $$"""{"advance": "{{period}}"}""")).ShouldBe((200, then));
        (await PostAsync(sandbox, """{"advance": "PT0S"}""")).ShouldBe((200, then));
    }

    [Theory]
    [InlineData("""{"advance": "1 month"}""", "ISO 8601")]
    [InlineData("""{"advance": "-P1D"}""", "ISO 8601")]
    [InlineData("""{"advance": "P-1D"}""", "forward only")]
    [InlineData("""{"advance": "P100Y"}""", "2099")]
    [InlineData("""{"advance": "P9999999999Y"}""", "ISO 8601")]
    [InlineData("""{"advance": 60}""", "PT60S")]
    [InlineData("[]", "advance")]
    [InlineData("{", "JSON")]
    [InlineData("""{"advance": "\ud800"}""", "JSON")]
    [InlineData("""{"set": "2026-01-30T23:59:59Z"}""", "#/set: '2026-01-30T23:59:59Z' does not fit; a time from 2026-01-31T00:00:00.000Z on")]
    [InlineData("""{"set": "2100-01-01"}""", "#/set: '2100-01-01' does not fit; a time before the year 2100")]
    [InlineData("""{"set": "tomorrow"}""", "#/set: 'tomorrow' does not fit; a time such as")]
    [InlineData("""{"set": "2027-01-01", "advance": "P1D"}""", "#/set: 'advance' and 'set' exclude each other; one of them")]
    [InlineData("""{"advance": "P1D", "freeze": "yes"}""", "#/freeze: 'yes' does not fit; true or false")]
    [InlineData("""{"advance": "P1D", "rate": 0}""", "#/rate: 0 does not fit; a number above 0, at most 1000000")]
    [InlineData("""{"advance": "P1D", "rate": 1000001}""", "#/rate: 1000001 does not fit; a number above 0, at most 1000000")]
    [InlineData("""{"advance": "P1D", "rate": 60, "freeze": true}""", "#/rate: a clock that is frozen has no rate")]
    [InlineData("{}", "nothing is asked of the clock")]
    public async Task What_is_wrong_is_refused_and_does_not_move_the_clock(string body, string said)
    {
        await using var sandbox = await StartAsync();
        var (status, text) = await PostAsync(sandbox, body);
        status.ShouldBe(400);
        text.ShouldContain(said);
        (await PostAsync(sandbox, """{"advance": "PT0S"}""")).Text.ShouldBe("2026-01-31T00:00:00.000Z");
    }

    /// <summary>The vendors that refuse a client who asks too often.</summary>
    public static TheoryData<string> WithRateLimits => Manifests.Where(v => v.Manifest.RateLimit is not null);

    [Fact]
    public async Task It_is_set_frozen_and_let_run_at_any_rate()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        (await ClockAsync(client, """{"set": "2026-03-01T12:00:00+02:00"}""")).ShouldBe("""{"now":"2026-03-01T10:00:00.000Z","frozen":true,"rate":1,"moves":0}""");
        machine.Advance(TimeSpan.FromHours(1));
        (await ClockAsync(client, """{"rate": 3600}""")).ShouldBe("""{"now":"2026-03-01T10:00:00.000Z","frozen":false,"rate":3600,"moves":0}""");
        machine.Advance(TimeSpan.FromSeconds(2));
        (await ClockAsync(client)).ShouldBe("""{"now":"2026-03-01T12:00:00.000Z","frozen":false,"rate":3600}""");
        (await ClockAsync(client, """{"advance": "P1M", "freeze": true}""")).ShouldBe("""{"now":"2026-04-01T12:00:00.000Z","frozen":true,"rate":3600,"moves":0}""");
        machine.Advance(TimeSpan.FromHours(1));
        (await ClockAsync(client, """{"freeze": false}""")).ShouldBe("""{"now":"2026-04-01T12:00:00.000Z","frozen":false,"rate":3600,"moves":0}""");
        (await ClockAsync(client, """{"rate": 0.5, "set": "2026-05-01"}""")).ShouldBe("""{"now":"2026-05-01T00:00:00.000Z","frozen":false,"rate":0.5,"moves":0}""");
        machine.Advance(TimeSpan.FromSeconds(1));
        (await ClockAsync(client)).ShouldContain("\"2026-05-01T00:00:00.500Z\"");
    }

    [Fact]
    public async Task A_real_clock_runs_on_from_the_sandboxs_date_and_a_reset_begins_there_again()
    {
        await using var sandbox = await StartAsync(ClockMode.Real);
        using var client = sandbox.ControlClient();
        machine.Advance(TimeSpan.FromSeconds(90));
        (await ClockAsync(client)).ShouldBe("""{"now":"2026-01-31T00:01:30.000Z","frozen":false,"rate":1}""");
        (await ClockAsync(client, """{"freeze": true}""")).ShouldContain("\"frozen\":true");
        (await client.PostJsonAsync("__admin/sessions/default/reset", "{}")).Text.ShouldContain("\"now\":\"2026-01-31T00:00:00.000Z\",\"frozen\":false,\"rate\":1");
        machine.Advance(TimeSpan.FromSeconds(1));
        (await ClockAsync(client)).ShouldBe("""{"now":"2026-01-31T00:00:01.000Z","frozen":false,"rate":1}""");
    }

    [Fact]
    public async Task A_checkpoint_keeps_its_time_and_its_pace()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        await ClockAsync(client, """{"advance": "P1D", "rate": 60}""");
        (await client.PostJsonAsync("__admin/sessions/default/checkpoints", "{}")).Status.ShouldBe(201);
        await ClockAsync(client, """{"advance": "P1D", "freeze": true}""");
        (await client.PostJsonAsync("__admin/sessions/default/rollback", """{"checkpoint": "1"}""")).Status.ShouldBe(200);
        machine.Advance(TimeSpan.FromSeconds(1));
        (await ClockAsync(client)).ShouldBe("""{"now":"2026-02-01T00:01:00.000Z","frozen":false,"rate":60}""");
    }

    [Fact]
    public async Task A_session_has_a_clock_of_its_own_and_a_star_means_all_of_them()
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        (await client.PostJsonAsync("__admin/sessions", """{"name": "late", "now": "2027-01-01", "clock": "real"}""")).Text.ShouldContain("\"now\":\"2027-01-01T00:00:00.000Z\",\"frozen\":false,\"rate\":1");
        (await client.PostJsonAsync("__admin/sessions", """{"name": "quick", "rate": 3600}""")).Text.ShouldContain("\"frozen\":false,\"rate\":3600");
        machine.Advance(TimeSpan.FromSeconds(1));
        (await client.GetStringAsync("__admin/clock?session=*")).ShouldBe(
            """{"sessions":[{"name":"default","now":"2026-01-31T00:00:00.000Z","frozen":true,"rate":1},{"name":"late","now":"2027-01-01T00:00:01.000Z","frozen":false,"rate":1},{"name":"quick","now":"2026-01-31T01:00:00.000Z","frozen":false,"rate":3600}]}""");

        var (status, text) = await client.PostJsonAsync("__admin/clock?session=*", """{"set": "2026-06-01"}""");
        status.ShouldBe(400);
        text.ShouldContain("in the session 'late'");
        (await client.GetStringAsync("__admin/clock")).ShouldContain("2026-01-31T00:00:00.000Z", customMessage: "where one cannot, none does");

        (status, text) = await client.PostJsonAsync("__admin/clock?session=*", """{"advance": "P1D", "freeze": true}""");
        status.ShouldBe(200);
        text.ShouldBe(
            """{"sessions":[{"name":"default","now":"2026-02-01T00:00:00.000Z","frozen":true,"rate":1,"moves":0},{"name":"late","now":"2027-01-02T00:00:01.000Z","frozen":true,"rate":1,"moves":0},{"name":"quick","now":"2026-02-01T01:00:00.000Z","frozen":true,"rate":3600,"moves":0}]}""");
        (await client.GetAsync("__admin/clock?session=nobody")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"clock": "reel"}""", "#/clock: unknown clock 'reel'; did you mean real?")]
    [InlineData("""{"clock": "frozen", "rate": 60}""", "#/rate: a clock that is frozen has no rate")]
    [InlineData("""{"rate": -1}""", "#/rate: -1 does not fit")]
    public async Task A_session_is_not_opened_with_a_clock_that_cannot_be(string body, string said)
    {
        await using var sandbox = await StartAsync();
        using var client = sandbox.ControlClient();
        var (status, text) = await client.PostJsonAsync("__admin/sessions", body);
        status.ShouldBe(400);
        text.ShouldContain(said);
    }

    [Fact]
    public void There_are_windows_to_wait_for() => WithRateLimits.Count.ShouldBeGreaterThanOrEqualTo(1);

    [Theory, MemberData(nameof(WithRateLimits))]
    public async Task A_window_of_a_rate_limit_ends_by_running_and_by_a_jump(string vendor)
    {
        await using var sandbox = await StartAsync(ClockMode.Real, vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var client = sandbox.ControlClient();
        var (limit, target) = (tested.Manifest.RateLimit!, tested.Example(tested.Fetch));
        Func<Task>[] waits =
        [
            () =>
            {
                machine.Advance(TimeSpan.FromSeconds(limit.Window));
                return Task.CompletedTask;
            },
            () => ClockAsync(client, $$"""{"advance": "PT{{limit.Window}}S", "freeze": true}"""),
        ];
        foreach (var wait in waits)
        {
            for (var i = 0; i < limit.Requests; i++) (await tested.GetAsync(target)).Status.ShouldBe(200);
            (await tested.GetAsync(target)).Status.ShouldBe(429);
            await wait();
            (await tested.GetAsync(target)).Status.ShouldBe(200);
            await ClockAsync(client, $$"""{"advance": "PT{{limit.Window}}S"}""");
        }
    }

    [Fact]
    public async Task A_fault_begins_and_ends_by_the_running_clock()
    {
        await using var sandbox = await StartAsync(ClockMode.Real);
        var vendor = sandbox.Vendors[0];
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var client = sandbox.ControlClient();
        (await client.PostJsonAsync("__admin/faults", """{"when": {"from": "2026-01-31T00:01:00Z", "until": "2026-01-31T00:02:00Z"}, "reply": {"code": 503}}""")).Status.ShouldBe(201);
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((await tested.GetAsync(tested.Example(tested.Fetch))).Status);
            machine.Advance(TimeSpan.FromMinutes(1));
        }

        statuses.ShouldBe([200, 503, 200]);
    }

    /// <param name="vendor">null for the first one.</param>
    private Task<Sandbox> StartAsync(ClockMode mode = ClockMode.Frozen, string? vendor = null) => Sandbox.StartAsync(o => o.With(settings => settings with
    {
        Specs = Vendors.Specs,
        Vendors = [vendor ?? Server.SandboxFolder.Names(Vendors.Shipped)[0]],
        Machine = machine,
        Options = new SandboxOptions { Population = 50, Now = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero), EnforceRateLimits = vendor is not null, Sessions = new SessionOptions { Clock = mode } },
    }));

    /// <summary>What the clock of the default session says, when it was changed so.</summary>
    private static async Task<string> ClockAsync(HttpClient client, string? change = null) =>
        change is null ? await client.GetStringAsync("__admin/clock") : (await client.PostJsonAsync("__admin/clock", change)).Text;

    /// <summary>The status, and the time or the error.</summary>
    private static async Task<(int Status, string Text)> PostAsync(Sandbox sandbox, string body)
    {
        using var client = sandbox.ControlClient();
        var (status, text) = await client.PostJsonAsync("__admin/clock", body);
        var told = JsonNode.Parse(text)!;
        return (status, told["now"] is { } now ? (string)now! : (string)told["error"]!);
    }
}
