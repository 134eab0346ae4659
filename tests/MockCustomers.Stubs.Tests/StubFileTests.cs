using System.Net;
using MockCustomers.Diagnostics;

namespace MockCustomers.Stubs.Tests;

/// <summary>Stubs that stand in files: read before the vendors listen, in every session, read again when they change.</summary>
public sealed class StubFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Stubs_of_files_answer_in_every_session_from_the_start()
    {
        Write("hello.json", """{"Request": {"Path": "/hello"}, "Response": {"BodyAsFile": "hello.txt"}}""");
        Write("mappings/more.json", """[{"Request": {"Path": "/more"}, "Response": {"Body": "more"}}]""");
        Write("__files/hello.txt", "from a file");
        await using var sandbox = await StartAsync();

        (await sandbox.GetAsync("/hello")).Body.ShouldBe("from a file");
        (await sandbox.GetAsync("/hello", "other")).Body.ShouldBe("from a file");
        (await sandbox.GetAsync("/more", "other")).Body.ShouldBe("more");
        (await sandbox.GetAsync(StubSandbox.Get)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sessions_share_the_stubs_of_files_and_not_the_states_of_their_scenarios()
    {
        Write("flaky.json", """
            [
              {"Scenario": "flaky", "SetStateTo": "up", "Request": {"Path": "/flaky"}, "Response": {"StatusCode": 503}},
              {"Scenario": "flaky", "WhenStateIs": "up", "Request": {"Path": "/flaky"}, "Response": {"StatusCode": 200}}
            ]
            """);
        await using var sandbox = await StartAsync();

        (await sandbox.GetAsync("/flaky", "one")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await sandbox.GetAsync("/flaky", "two")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await sandbox.GetAsync("/flaky", "one")).Status.ShouldBe(HttpStatusCode.OK);
        // A session that gets stubs of its own goes on where its scenarios were.
        await sandbox.StubAsync("""{"Request": {"Path": "/mine"}, "Response": {"Body": "mine"}}""", "two");
        (await sandbox.GetAsync("/flaky", "two")).Status.ShouldBe(HttpStatusCode.OK);
        (await sandbox.GetAsync("/flaky")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Stubs_of_files_are_seen_deleted_and_reloaded_in_a_session()
    {
        Write("hello.json", """{"Request": {"Path": "/hello"}, "Response": {"Body": "hello"}}""");
        await using var sandbox = await StartAsync();
        var listed = StubSandbox.Json((await sandbox.AdminAsync(HttpMethod.Get, "/mappings", session: "one")).Body).AsArray();
        var id = (string)listed.ShouldHaveSingleItem()!["Guid"]!;

        (await sandbox.AdminAsync(HttpMethod.Delete, $"/mappings/{id}", session: "one")).Status.ShouldBe(HttpStatusCode.OK);
        (await sandbox.GetAsync("/hello", "one")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sandbox.GetAsync("/hello")).Body.ShouldBe("hello");
        (await sandbox.AdminAsync(HttpMethod.Post, "/mappings/reset?reloadStaticMappings=true", session: "one")).Status.ShouldBe(HttpStatusCode.OK);
        (await sandbox.GetAsync("/hello", "one")).Body.ShouldBe("hello");
    }

    [Fact]
    public async Task Changed_files_are_served_after_a_reload_and_a_sessions_own_stubs_stay()
    {
        Write("hello.json", """{"Request": {"Path": "/hello"}, "Response": {"Body": "one"}}""");
        await using var sandbox = await StartAsync();
        await sandbox.StubAsync("""{"Request": {"Path": "/mine"}, "Response": {"Body": "mine"}}""", "own");
        (await sandbox.GetAsync("/hello", "own")).Body.ShouldBe("one");

        Write("hello.json", """{"Request": {"Path": "/hello"}, "Response": {"Body": "two"}}""");
        var (status, report) = await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Post, "/__admin/reload", "{}", null);

        status.ShouldBe(HttpStatusCode.OK, report);
        StubSandbox.Json(report)["stubs"]!.AsArray().Select(name => (string)name!).ShouldBe([StubSandbox.Vendor]);
        (await sandbox.GetAsync("/hello")).Body.ShouldBe("two");
        (await sandbox.GetAsync("/hello", "own")).Body.ShouldBe("two");
        (await sandbox.GetAsync("/mine", "own")).Body.ShouldBe("mine");

        Write("hello.json", """{"Request": {"Pth": "/hello"}, "Response": {"Body": "three"}}""");
        (status, report) = await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Post, "/__admin/reload", "{}", null);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        report.ShouldContain("/Request/Pth");
        (await sandbox.GetAsync("/hello")).Body.ShouldBe("two");
        File.Delete(PathOf("hello.json"));
        (await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Post, "/__admin/reload", "{}", null)).Status.ShouldBe(HttpStatusCode.OK);
        (await sandbox.GetAsync("/hello")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sandbox.GetAsync("/hello", "own")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Watched_files_are_served_by_themselves()
    {
        Write("hello.json", """{"Request": {"Path": "/hello"}, "Response": {"Body": "one"}}""");
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { Stubs = folder.Path, Watch = true });

        Write("new.json", """{"Request": {"Path": "/new"}, "Response": {"Body": "new"}}""");

        for (var tries = 0; tries < 100 && (await sandbox.GetAsync("/new")).Status != HttpStatusCode.OK; tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        (await sandbox.GetAsync("/new")).Body.ShouldBe("new");
    }

    [Fact]
    public async Task Files_in_WireMocks_JSON_are_served_and_what_is_posted_later_wins()
    {
        Write("a.json", """{"mappings": [{"request": {"urlPath": "/hello"}, "response": {"body": "first"}}, {"request": {"urlPath": "/hello"}, "response": {"body": "second"}}]}""");
        Write("mappings/b.json", """{"request": {"urlPath": "/hello", "queryParameters": {"who": {"equalTo": "b"}}}, "response": {"bodyFileName": "hello.txt"}}""");
        Write("mappings/c.json", """{"Request": {"Path": "/net"}, "Response": {"Body": "net"}}""");
        Write("__files/hello.txt", "from a file");
        await using var sandbox = await StartAsync();

        (await sandbox.GetAsync("/hello")).Body.ShouldBe("second");
        (await sandbox.GetAsync("/hello?who=b")).Body.ShouldBe("from a file");
        (await sandbox.GetAsync("/net")).Body.ShouldBe("net");
        await sandbox.StubAsync("""{"request": {"urlPath": "/hello"}, "response": {"body": "posted"}}""", "one");
        (await sandbox.GetAsync("/hello?who=b", "one")).Body.ShouldBe("posted");
        (await sandbox.GetAsync("/hello?who=b", "two")).Body.ShouldBe("from a file");
    }

    [Theory]
    [InlineData("""{"Request": {"Path": "/a"}, "Response": {}""", "", "it cannot be read as JSON")]
    [InlineData("""{"Request": {"Pathh": "/a"}, "Response": {}}""", "/Request/Pathh", "unknown key 'Pathh'; did you mean Path?")]
    [InlineData("""{"Response": {}}""", "", "'Request' is missing")]
    [InlineData("""[{"Request": {}, "Response": {}}, {"Request": {"Methods": "GET"}, "Response": {}}]""", "/1/Request/Methods", "'GET' does not fit; an array")]
    [InlineData("""{"Request": {"Path": {"Matchers": [{"Name": "NoSuchMatcher", "Pattern": "x"}]}}, "Response": {}}""", "", "WireMock.Net does not take it: ")]
    [InlineData("""{"Request": {"Path": {"Matchers": [{"Name": "RegexMatcher", "Pattern": "("}]}}, "Response": {}}""", "", "WireMock.Net does not take it: ")]
    [InlineData("""{"request": {"url": "a"}, "response": {"status": 200}}""", "/request/url", "'a' does not fit")]
    [InlineData("""{"mappings": [{"request": {}, "response": {}}, {"request": {"host": {"equalTo": "a"}}, "response": {}}]}""", "/mappings/1/request/host", "WireMock's 'host' is not supported")]
    [InlineData("""{"mappings": [{"id": "11111111-2222-4333-8444-555555555555", "request": {}}, {"id": "11111111-2222-4333-8444-555555555555", "request": {}}]}""", "/mappings/1", "the stub 11111111-2222-4333-8444-555555555555 stands in")]
    [InlineData("""{"request": {}, "serveEventListeners": [{"name": "webhook", "parameters": {"url": "http://example.com/", "method": "POST"}}]}""", "/serveEventListeners/0/parameters/url", "the host 'example.com' may not be called")]
    [InlineData("""{"Request": {}, "Response": {"BodyAsFile": "none.txt"}}""", "/Response/BodyAsFile", "there is no file 'none.txt' in __files")]
    public async Task A_bad_file_stops_the_start_and_says_where(string json, string pointer, string problem)
    {
        Write("bad.json", json);

        var refused = await Should.ThrowAsync<InvalidSandboxException>(StartAsync);

        var told = refused.Diagnostics.Select(diagnostic => diagnostic.ToString()).ToList();
        told.ShouldContain(text => text.StartsWith($"{PathOf("bad.json")}#{pointer}: {problem}"), string.Join('\n', told));
    }

    [Fact]
    public async Task A_folder_that_is_no_vendors_stops_the_start()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "alignn"));

        var refused = await Should.ThrowAsync<InvalidSandboxException>(StartAsync);

        refused.Diagnostics.ShouldHaveSingleItem().Problem.ShouldBe("there is no vendor 'alignn'; did you mean 'align'?");
    }

    private Task<StubSandbox> StartAsync() => StubSandbox.StartAsync(settings => settings with { Stubs = folder.Path });

    private string PathOf(string file) => System.IO.Path.Combine(folder.Path, StubSandbox.Vendor, file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }
}
