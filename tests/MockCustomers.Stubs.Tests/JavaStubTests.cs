using System.Diagnostics;
using System.Net;
using MockCustomers.Exchange;
using MockCustomers.Stubs.Inside;

namespace MockCustomers.Stubs.Tests;

/// <summary>Stubs in WireMock's own JSON: their order, what they do to replies, and what they cost paths that are not theirs.</summary>
/// <remarks>What they match is compared with the real WireMock, in MockCustomers.Mappings.Tests.</remarks>
public sealed class JavaStubTests
{
    private const string Id = "11111111-2222-4333-8444-555555555555";

    [Fact]
    public async Task The_latest_of_equals_wins_and_of_an_import_the_first()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        foreach (var body in new[] { "one", "two" }) await sandbox.StubAsync($$$"""{"request": {"urlPath": "/a", "method": "GET"}, "response": {"body": "{{{body}}}"}}""");
        (await sandbox.GetAsync("/a")).Body.ShouldBe("two");

        await sandbox.StubAsync("""[{"request": {"urlPath": "/a"}, "response": {"body": "three"}}, {"request": {"urlPath": "/a"}, "response": {"body": "four"}}]""");
        (await sandbox.GetAsync("/a")).Body.ShouldBe("four");

        var (status, told) = await sandbox.AdminAsync(HttpMethod.Post, "/mappings/import", """{"mappings": [{"request": {"urlPath": "/a"}, "response": {"body": "five"}}, {"request": {"urlPath": "/a"}, "response": {"body": "six"}}]}""");
        status.ShouldBe(HttpStatusCode.OK, told);
        (await sandbox.GetAsync("/a")).Body.ShouldBe("five");

        await sandbox.StubAsync("""{"priority": 6, "request": {"urlPath": "/a"}, "response": {"body": "seven"}}""");
        (await sandbox.GetAsync("/a")).Body.ShouldBe("five");
    }

    [Fact]
    public async Task What_is_put_in_the_place_of_another_keeps_its_rank()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync($$$"""{"id": "{{{Id}}}", "request": {"urlPath": "/a"}, "response": {"body": "first"}}""");
        await sandbox.StubAsync("""{"request": {"urlPath": "/a", "method": "GET"}, "response": {"body": "second"}}""");

        (await sandbox.AdminAsync(HttpMethod.Put, $"/mappings/{Id}", """{"request": {"urlPath": "/a"}, "response": {"body": "changed"}}""")).Status.ShouldBe(HttpStatusCode.OK);

        (await sandbox.GetAsync("/a")).Body.ShouldBe("second");
        using var other = await sandbox.Client.PostAsync("/a", null);
        (await other.Content.ReadAsStringAsync()).ShouldBe("changed");
    }

    [Fact]
    public async Task A_reply_has_the_reason_phrase_that_is_asked_for()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""{"request": {"url": "/a?b=c"}, "response": {"status": 400, "statusMessage": "So Not OK"}}""");

        using var reply = await sandbox.Client.GetAsync("/a?b=c");

        reply.ReasonPhrase.ShouldBe("So Not OK");
        (await sandbox.GetAsync("/a")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_body_dribbles_in_its_pieces()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""{"request": {"url": "/a"}, "response": {"body": "0123456789", "chunkedDribbleDelay": {"numberOfChunks": 4, "totalDuration": 400}}}""");
        var watch = Stopwatch.StartNew();

        using var reply = await sandbox.Client.GetAsync("/a", HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await reply.Content.ReadAsStreamAsync();
        var first = await stream.ReadAsync(new byte[20]);

        first.ShouldBe(3);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMilliseconds(390));
        (await new StreamReader(stream).ReadToEndAsync()).ShouldBe("3456789");
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(380));
    }

    /// <summary>The delays of a stub are drawn from the session's seed: the same ones after a reset.</summary>
    [Theory]
    [InlineData("""{"type": "uniform", "lower": 1, "upper": 5000000}""")]
    [InlineData("""{"type": "lognormal", "median": 100000, "sigma": 0.5, "maxValue": 5000000}""")]
    public async Task Random_delays_are_the_same_in_every_run(string distribution)
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var runs = new List<TimeSpan[]>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await sandbox.StubAsync($$$"""{"request": {"url": "/a"}, "response": {"fixedDelayMilliseconds": 7, "delayDistribution": {{{distribution}}}}}""");
            var delays = new TimeSpan[5];
            for (var i = 0; i < delays.Length; i++) delays[i] = await DelayAsync(sandbox, "/a");
            runs.Add(delays);
            (await sandbox.AdminAsync(HttpMethod.Post, "/mappings/reset")).Status.ShouldBe(HttpStatusCode.OK);
        }

        runs[1].ShouldBe(runs[0]);
        runs[0].Distinct().Count().ShouldBe(5);
        runs[0].ShouldAllBe(delay => delay >= TimeSpan.FromMilliseconds(8) && delay <= TimeSpan.FromMilliseconds(5_000_007));
    }

    [Fact]
    public async Task A_body_of_a_GET_is_looked_at()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""{"request": {"url": "/a", "bodyPatterns": [{"contains": "x"}]}, "response": {"body": "seen"}}""");

        (await StubSandbox.SendAsync(sandbox.Client, HttpMethod.Get, "/a", "x", null)).Body.ShouldBe("seen");
        (await StubSandbox.SendAsync(sandbox.Client, HttpMethod.Get, "/a", "y", null)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>WireMock.Net splits values at commas, and does so for mappings in its own JSON only.</summary>
    [Fact]
    public async Task A_value_with_a_comma_is_one_to_WireMock_and_two_to_WireMock_Net()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""{"request": {"urlPath": "/java", "queryParameters": {"q": {"equalTo": "1"}}}, "response": {}}""");
        await sandbox.StubAsync("""{"Request": {"Path": "/net", "Params": [{"Name": "q", "Matchers": [{"Name": "ExactMatcher", "Pattern": "1"}, {"Name": "ExactMatcher", "Pattern": "2"}]}]}, "Response": {}}""");

        (await sandbox.GetAsync("/java?q=1")).Status.ShouldBe(HttpStatusCode.OK);
        (await sandbox.GetAsync("/java?q=1,2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sandbox.GetAsync("/net?q=1,2")).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What is asked of a URL says which paths it takes: all others do not wait for WireMock.Net.</summary>
    [Theory]
    [InlineData("""{"url": "/a/b-c.d?x=1"}""", "/a/b-c.d", "/a/b-c")]
    [InlineData("""{"url": "/a"}""", "/a", "/a/")]
    [InlineData("""{"url": "/%C3%BC/a%2Bb"}""", "/%c3%bc/a+b", "/u/a+b")]
    [InlineData("""{"urlPath": "/a", "queryParameters": {"q": {"absent": true}}}""", "/a", "/b")]
    [InlineData("""{"urlPathPattern": "/a/[0-9]+", "queryParameters": {"q": {"equalTo": "1"}}}""", "/a/12", "/a/x")]
    [InlineData("""{"urlPathTemplate": "/a/{id}", "queryParameters": {"q": {"equalTo": "1"}}}""", "/a/12", "/b/12")]
    public async Task Paths_that_no_URL_is_of_are_not_asked_for(string request, string could, string couldNot)
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync($$$"""{"request": {{{request}}}, "response": {}}""");
        var server = ServerOf(sandbox);

        server.CouldMatch(could).ShouldBeTrue();
        server.CouldMatch(couldNot).ShouldBeFalse();
    }

    /// <summary>An expression of the whole URL, or none, says nothing of paths.</summary>
    [Theory]
    [InlineData("""{"urlPattern": "/a.*"}""")]
    [InlineData("""{"urlPathPattern": "/a(?=\\?).*", "queryParameters": {"q": {"equalTo": "1"}}}""")]
    [InlineData("""{"queryParameters": {"q": {"equalTo": "1"}}}""")]
    public async Task Where_nothing_is_known_of_paths_all_are_asked_for(string request)
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync($$$"""{"request": {{{request}}}, "response": {}}""");

        ServerOf(sandbox).CouldMatch("/elsewhere").ShouldBeTrue();
    }

    /// <summary>How long a reply is to be held back, without waiting for it.</summary>
    private static async Task<TimeSpan> DelayAsync(StubSandbox sandbox, string path)
    {
        using var output = new JsonBuffer();
        return (await sandbox.Sandbox.Host(StubSandbox.Vendor).AskAsync(new Request("GET", path, new HostOnly(), default, output))).Delay;
    }

    private static InnerServer ServerOf(StubSandbox sandbox) =>
        ((VendorStubs)sandbox.Sandbox.Host(StubSandbox.Vendor).Stubs).SeenBy(sandbox.Sandbox.Host(StubSandbox.Vendor).Sessions.Default).ShouldNotBeNull();

    private sealed class HostOnly : IRequestHeaders
    {
        public string? this[string name] => name == "Host" ? "localhost" : null;

        public IEnumerable<KeyValuePair<string, string>> All => [KeyValuePair.Create("Host", "localhost")];

        public IReadOnlyList<KeyValuePair<string, string>> Without(string credential) => [];
    }
}
