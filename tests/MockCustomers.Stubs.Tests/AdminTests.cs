using System.Net;
using Newtonsoft.Json;
using WireMock.Admin.Mappings;
using WireMock.Admin.Requests;
using WireMock.Admin.Scenarios;
using WireMock.Admin.Settings;

namespace MockCustomers.Stubs.Tests;

/// <summary>WireMock.Net's administration on a vendor's port, read with WireMock.Net's own models as its REST client reads it.</summary>
public sealed class AdminTests
{
    private const string Id = "11111111-2222-4333-8444-555555555555";
    private const string Stub = $$$"""{"Guid": "{{{Id}}}", "Title": "the title", "Request": {"Path": "/mine", "Methods": ["GET"]}, "Response": {"Body": "mine"}}""";

    [Fact]
    public async Task Mappings_are_posted_listed_put_switched_and_deleted()
    {
        await using var sandbox = await StubSandbox.StartAsync();

        var added = await AskAsync<StatusModel>(sandbox, HttpMethod.Post, "/mappings", JsonConvert.SerializeObject(JsonConvert.DeserializeObject<MappingModel>(Stub)));
        added.Guid.ShouldBe(Guid.Parse(Id));
        added.Status.ShouldBe("Mapping added");
        var listed = (await AskAsync<MappingModel[]>(sandbox, HttpMethod.Get, "/mappings")).ShouldHaveSingleItem();
        listed.Title.ShouldBe("the title");
        (await AskAsync<MappingModel>(sandbox, HttpMethod.Get, $"/mappings/{Id}")).Response.Body.ShouldBe("mine");

        await AskAsync<StatusModel>(sandbox, HttpMethod.Put, $"/mappings/{Id}", """{"Request": {"Path": "/mine"}, "Response": {"Body": "yours"}}""");
        (await sandbox.GetAsync("/mine")).Body.ShouldBe("yours");
        await AskAsync<StatusModel>(sandbox, HttpMethod.Put, $"/mappings/{Id}/disable");
        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        await AskAsync<StatusModel>(sandbox, HttpMethod.Put, $"/mappings/{Id}/enable");
        (await sandbox.GetAsync("/mine")).Body.ShouldBe("yours");
        await AskAsync<StatusModel>(sandbox, HttpMethod.Delete, $"/mappings/{Id}");
        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sandbox.AdminAsync(HttpMethod.Delete, $"/mappings/{Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Scenarios_are_shown_set_and_reset()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""
            [
              {"Scenario": "s", "SetStateTo": "up", "Request": {"Path": "/s"}, "Response": {"Body": "down"}},
              {"Scenario": "s", "WhenStateIs": "up", "Request": {"Path": "/s"}, "Response": {"Body": "up"}}
            ]
            """);
        (await sandbox.GetAsync("/s")).Body.ShouldBe("down");

        var state = (await AskAsync<ScenarioStateModel[]>(sandbox, HttpMethod.Get, "/scenarios")).ShouldHaveSingleItem();
        (state.Name, state.NextState, state.Started).ShouldBe(("s", "up", true));
        await AskAsync<StatusModel>(sandbox, HttpMethod.Post, "/scenarios/s/reset");
        (await sandbox.GetAsync("/s")).Body.ShouldBe("down");
        await AskAsync<StatusModel>(sandbox, HttpMethod.Post, "/scenarios/reset");
        await AskAsync<StatusModel>(sandbox, HttpMethod.Put, "/scenarios/s/state", """{"State": "up"}""");
        (await sandbox.GetAsync("/s")).Body.ShouldBe("up");
    }

    [Fact]
    public async Task Health_and_settings_are_answered_and_settings_keep_what_is_the_sandboxs()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync(Stub);
        (await sandbox.AdminAsync(HttpMethod.Get, "/health")).ShouldBe((HttpStatusCode.OK, "Healthy"));

        for (var i = 0; i < 3; i++) await AskAsync<StatusModel>(sandbox, HttpMethod.Post, "/settings", """{"GlobalProcessingDelay": 1, "AllowPartialMapping": false, "MaxRequestLogCount": 500, "UseRegexExtended": true}""");

        var settings = await AskAsync<SettingsModel>(sandbox, HttpMethod.Get, "/settings");
        settings.GlobalProcessingDelay.ShouldBe(1);
        settings.MaxRequestLogCount.ShouldBe(0);
        settings.UseRegexExtended.ShouldBe(false);
        (await sandbox.GetAsync("/mine")).Body.ShouldBe("mine");
        (await AskAsync<MappingModel[]>(sandbox, HttpMethod.Get, "/mappings")).Length.ShouldBe(1);
        (await sandbox.AdminAsync(HttpMethod.Get, "/health")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_reset_takes_mappings_scenarios_and_requests()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync(Stub);
        await sandbox.GetAsync("/mine");

        (await sandbox.AdminAsync(HttpMethod.Post, "/reset")).Status.ShouldBe(HttpStatusCode.OK);

        (await AskAsync<MappingModel[]>(sandbox, HttpMethod.Get, "/mappings")).ShouldBeEmpty();
        (await AskAsync<LogEntryModel[]>(sandbox, HttpMethod.Get, "/requests")).ShouldBeEmpty();
        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_journal_is_the_sandboxs_in_WireMock_Nets_shapes()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync(Stub);
        await sandbox.GetAsync("/mine?a=1&a=2");
        await sandbox.GetAsync(StubSandbox.Get);
        await sandbox.GetAsync("/nowhere");
        await StubSandbox.SendAsync(sandbox.Client, HttpMethod.Post, "/nowhere", """{"name": "Ada"}""", null);

        var entries = await AskAsync<LogEntryModel[]>(sandbox, HttpMethod.Get, "/requests");
        entries.Select(entry => entry.Request!.Path).ShouldBe(["/mine", StubSandbox.Get, "/nowhere", "/nowhere"]);
        (entries[0].MappingGuid, entries[0].MappingTitle).ShouldBe((Guid.Parse(Id), "the title"));
        entries[1].MappingGuid.ShouldBeNull();
        entries[0].Request!.Query!["a"].ShouldBe(["1", "2"]);
        entries[0].Request!.Headers!["Api-Key"].ShouldBe(["(redacted)"]);
        entries.Select(entry => entry.Response!.StatusCode!.ToString()).ShouldBe(["200", "200", "404", "404"]);
        entries.Select(entry => entry.RequestMatchResult!.IsPerfectMatch).ShouldBe([true, true, false, false]);

        (await FindAsync(sandbox, """{"Path": "/mine"}""")).ShouldHaveSingleItem().Guid.ShouldBe(entries[0].Guid);
        (await FindAsync(sandbox, """{"Methods": ["GET"]}""")).Length.ShouldBe(3);
        (await FindAsync(sandbox, """{"Methods": ["GET" /* and no other */],}""")).Length.ShouldBe(3);
        (await FindAsync(sandbox, """{"Path": "/nowhere", "Body": {"Matcher": {"Name": "JsonMatcher", "Pattern": {"name": "Ada"}}}}""")).Length.ShouldBe(1);
        (await FindAsync(sandbox, """{"Path": "/nowhere", "Body": {"Matcher": {"Name": "JsonPathMatcher", "Pattern": "$.name"}}}""")).Length.ShouldBe(1);
        (await AskAsync<RequestCountModel>(sandbox, HttpMethod.Post, "/requests/count", """{"Path": "/nowhere"}""")).Count.ShouldBe(2);
        (await AskAsync<LogEntryModel[]>(sandbox, HttpMethod.Get, $"/requests/find?mappingGuid={Id}")).Length.ShouldBe(1);
        (await AskAsync<LogEntryModel[]>(sandbox, HttpMethod.Get, "/requests/unmatched")).Length.ShouldBe(2);
        (await AskAsync<NearMissModel[]>(sandbox, HttpMethod.Get, "/requests/unmatched/near-misses")).ShouldAllBe(miss => miss.MappingGuid == Guid.Parse(Id));
        (await AskAsync<LogEntryModel>(sandbox, HttpMethod.Get, $"/requests/{entries[2].Guid}")).Request!.Path.ShouldBe("/nowhere");
        var (wrong, told) = await sandbox.AdminAsync(HttpMethod.Post, "/requests/count", """{"url": "/a", "method": "GET"}""");
        wrong.ShouldBe(HttpStatusCode.BadRequest, told);

        await AskAsync<StatusModel>(sandbox, HttpMethod.Delete, $"/requests/{entries[0].Guid}");
        (await AskAsync<LogEntryModel[]>(sandbox, HttpMethod.Get, "/requests")).Length.ShouldBe(3);
        await AskAsync<StatusModel>(sandbox, HttpMethod.Delete, "/requests");
        (await AskAsync<LogEntryModel[]>(sandbox, HttpMethod.Get, "/requests")).ShouldBeEmpty();
        (await AskAsync<MappingModel[]>(sandbox, HttpMethod.Get, "/mappings")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_journal_of_the_control_port_is_the_same_one()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync(Stub);
        await sandbox.GetAsync("/mine");

        var (_, shown) = await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Get, "/__admin/requests", null, null);

        var entry = StubSandbox.Json(shown)["requests"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)entry["stub"]!).ShouldBe(Id);
        ((bool)entry["wasMatched"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Administration_is_the_owners_and_can_be_switched_off()
    {
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { AdminToken = "secret" });
        (await sandbox.AdminAsync(HttpMethod.Get, "/mappings")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        sandbox.Client.DefaultRequestHeaders.Add("Authorization", "Bearer secret");
        (await sandbox.AdminAsync(HttpMethod.Get, "/mappings")).Status.ShouldBe(HttpStatusCode.OK);
        (await HeadedAsync(sandbox, "Origin", "https://evil.example")).ShouldBe(HttpStatusCode.Forbidden);
        (await HeadedAsync(sandbox, "Host", "evil.example")).ShouldBe(HttpStatusCode.Forbidden);
        using var text = new StringContent(Stub, System.Text.Encoding.UTF8, "text/plain");
        (await sandbox.Client.PostAsync("/__admin/mappings", text)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);

        await using var closed = await StubSandbox.StartAsync(settings => settings with { VendorAdmin = false });
        var (status, body) = await closed.AdminAsync(HttpMethod.Get, "/mappings");
        status.ShouldBe(HttpStatusCode.NotFound);
        body.ShouldBe((await closed.GetAsync("/nowhere")).Body, "the vendor's own words");
    }

    [Theory]
    [InlineData("POST", "/mappings", "", 400, "the body is missing")]
    [InlineData("POST", "/mappings", "{", 400, "cannot be read as JSON")]
    [InlineData("POST", "/mappings", """{"Request": {"Path": "/a\ud800"}, "Response": {}}""", 400, "cannot be read as JSON")]
    [InlineData("POST", "/settings", """{"ProxyAndRecordSettings": {"Url": "\ud800"}}""", 400, "cannot be read as JSON")]
    [InlineData("POST", "/mappings", """{"Request": {"Path": "/a"}, "Response": {"StatusCod": 200}}""", 400, "/Response/StatusCod: unknown key 'StatusCod'; did you mean StatusCode?")]
    [InlineData("POST", "/mappings", """{"request": {"urll": "/a"}, "response": {"status": 200}}""", 400, "/request/urll: unknown key 'urll'; did you mean url?")]
    [InlineData("POST", "/mappings/import", """{"mappings": [{"request": {"url": "/a", "customMatcher": {}}, "response": {"status": 200}}]}""", 400, "/mappings/0/request/customMatcher: ")]
    [InlineData("POST", "/mappings/import", """{"mappings": [], "importOptions": {"duplicatePolicy": "MERGE"}}""", 400, "/importOptions/duplicatePolicy: unknown duplicatePolicy 'MERGE'")]
    [InlineData("POST", "/mappings", """{"mappings": [{"mappings": []}]}""", 400, "/mappings/0: ")]
    [InlineData("POST", "/mappings", """{"request": {"url": "/a"}, "response": {"proxyBaseUrl": "http://example.com"}}""", 400, "/response/proxyBaseUrl: the host 'example.com' may not be called")]
    [InlineData("POST", "/mappings", """{"request": {"url": "/a"}, "response": {"bodyFileName": "../secret.txt"}}""", 400, "/response/bodyFileName: there is no file '../secret.txt' in __files")]
    [InlineData("POST", "/mappings", """{"request": {"url": "/a"}, "response": {"statusMessage": "OK\r\nX: y"}}""", 400, "/response/statusMessage: ")]
    [InlineData("POST", "/mappings", """{"Request": {"Path": "/a"}, "Response": {}, "Data": {"WireMock": {"fault": "RESET"}}}""", 400, "/Data/WireMock/fault: unknown fault 'RESET'")]
    [InlineData("POST", "/mappings", """{"Request": {"Url": {"Matchers": [{"Name": "WireMockPattern", "Pattern": "x"}]}}, "Response": {}}""", 400, "WireMock.Net does not take it: ")]
    [InlineData("POST", "/mappings", """{"Request": {"Body": {"Matcher": {"Name": "CSharpCodeMatcher", "Pattern": "return true;"}}}, "Response": {}}""", 400, "WireMock.Net does not take it")]
    [InlineData("POST", "/mappings", "null", 400, "there is nothing; a mapping")]
    [InlineData("POST", "/settings", "null", 400, "there is nothing; settings")]
    [InlineData("POST", "/requests/find", "null", 400, "there is nothing; what requests are to be like")]
    [InlineData("POST", "/requests/find", "[]", 400, "[] does not fit; an object")]
    [InlineData("POST", "/requests/count", "{", 400, "cannot be read as JSON")]
    [InlineData("POST", "/mappings/save", "{}", 403, "the sandbox writes no files")]
    [InlineData("POST", "/files/a.txt", "{}", 403, "the sandbox writes no files")]
    [InlineData("GET", "/nothing", "", 404, "there is nothing at GET /__admin/nothing")]
    [InlineData("POST", "/openapi/convert", "{}", 404, "there is nothing at")]
    [InlineData("POST", "/settings", """{"WatchStaticMappings": true}""", 400, "/WatchStaticMappings: ")]
    [InlineData("POST", "/settings", """{"ProxyAndRecordSettings": {"Url": "http://169.254.169.254/"}}""", 400, "/ProxyAndRecordSettings/Url: the host '169.254.169.254' may not be called")]
    public async Task What_cannot_be_taken_is_told_and_is_no_stub(string method, string path, string body, int status, string told)
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var before = await sandbox.GetAsync(StubSandbox.Get);

        var (refused, said) = await sandbox.AdminAsync(new HttpMethod(method), path, body.Length == 0 ? null : body);

        ((int)refused).ShouldBe(status, said);
        ((string)StubSandbox.Json(said)["error"]!).ShouldContain(told);
        (await AskAsync<MappingModel[]>(sandbox, HttpMethod.Get, "/mappings")).ShouldBeEmpty();
        (await sandbox.GetAsync(StubSandbox.Get)).ShouldBe(before);
    }

    private static async Task<HttpStatusCode> HeadedAsync(StubSandbox sandbox, string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/__admin/mappings");
        request.Headers.TryAddWithoutValidation(name, value);
        using var reply = await sandbox.Client.SendAsync(request);
        return reply.StatusCode;
    }

    private static Task<LogEntryModel[]> FindAsync(StubSandbox sandbox, string pattern) => AskAsync<LogEntryModel[]>(sandbox, HttpMethod.Post, "/requests/find", pattern);

    private static async Task<T> AskAsync<T>(StubSandbox sandbox, HttpMethod method, string path, string? json = null)
    {
        var (status, body) = await sandbox.AdminAsync(method, path, json);
        ((int)status).ShouldBeInRange(200, 299, $"{method} {path}: {body}");
        return JsonConvert.DeserializeObject<T>(body)!;
    }
}
