using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Server;
using MockCustomers.Server.Control;

namespace MockCustomers.Stubs.Tests;

/// <summary>WireMock's own administration on the control port, in the shapes of WireMock 3.13.2.</summary>
public sealed class WireMockAdminTests
{
    private const string Id = "11111111-2222-4333-8444-555555555555";
    private const string Nobody = "99999999-2222-4333-8444-555555555555";
    private const string Stub = $$$"""{"id": "{{{Id}}}", "name": "mine", "request": {"method": "GET", "urlPath": "/mine"}, "response": {"status": 201, "body": "mine"}, "metadata": {"owner": "ada"}}""";

    [Fact]
    public async Task A_stub_is_created_shown_as_it_was_written_replaced_and_deleted()
    {
        await using var sandbox = await StubSandbox.StartAsync();

        var created = await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);
        ((string)created["id"]!, (string)created["uuid"]!).ShouldBe((Id, Id));
        var expected = JsonNode.Parse(Stub)!;
        expected["uuid"] = Id;
        JsonNode.DeepEquals(created, expected).ShouldBeTrue(created.ToJsonString());
        JsonNode.DeepEquals(await JsonAsync(sandbox, HttpMethod.Get, $"/mappings/{Id}"), expected).ShouldBeTrue();
        (await sandbox.GetAsync("/mine")).ShouldBe((HttpStatusCode.Created, "mine"));

        var replaced = await JsonAsync(sandbox, HttpMethod.Put, $"/mappings/{Id}", """{"request": {"urlPath": "/mine"}, "response": {"body": "yours"}}""");
        ((string)replaced["id"]!, (string)replaced["response"]!["body"]!).ShouldBe((Id, "yours"));
        (await sandbox.GetAsync("/mine")).ShouldBe((HttpStatusCode.OK, "yours"));

        var listed = await JsonAsync(sandbox, HttpMethod.Get, "/mappings");
        ((int)listed["meta"]!["total"]!).ShouldBe(1);
        JsonNode.DeepEquals(listed["mappings"]!.AsArray().ShouldHaveSingleItem(), replaced).ShouldBeTrue();

        (await SendAsync(sandbox, HttpMethod.Delete, $"/mappings/{Id}")).ShouldBe((HttpStatusCode.OK, "{}"));
        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete }) (await SendAsync(sandbox, method, $"/mappings/{Id}")).ShouldBe((HttpStatusCode.NotFound, ""));
        (await SendAsync(sandbox, HttpMethod.Put, $"/mappings/{Id}", Stub)).ShouldBe((HttpStatusCode.NotFound, ""));
    }

    [Fact]
    public async Task A_stub_that_is_deleted_gives_the_vendors_own_answer_again()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var own = await sandbox.GetAsync(StubSandbox.Get);

        var created = await JsonAsync(sandbox, HttpMethod.Post, "/mappings", """{"request": {"method": "GET", "urlPathPattern": "/v0/customers/.+"}, "response": {"status": 503, "jsonBody": {"down": true}}}""", HttpStatusCode.Created);
        (await sandbox.GetAsync(StubSandbox.Get)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await JsonAsync(sandbox, HttpMethod.Delete, $"/mappings/{created["id"]}");

        own.Status.ShouldBe(HttpStatusCode.OK);
        (await sandbox.GetAsync(StubSandbox.Get)).ShouldBe(own);
    }

    [Fact]
    public async Task Of_equal_stubs_the_one_that_came_last_answers_and_a_replaced_one_keeps_its_place()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", """{"request": {"urlPath": "/mine"}, "response": {"body": "later"}}""", HttpStatusCode.Created);
        (await sandbox.GetAsync("/mine")).Body.ShouldBe("later");

        await JsonAsync(sandbox, HttpMethod.Put, $"/mappings/{Id}", Stub);
        (await sandbox.GetAsync("/mine")).Body.ShouldBe("later");
        var listed = await JsonAsync(sandbox, HttpMethod.Get, "/mappings");
        listed["mappings"]!.AsArray().Select(mapping => (string)mapping!["response"]!["body"]!).ShouldBe(["later", "mine"]);

        await JsonAsync(sandbox, HttpMethod.Put, $"/mappings/{Id}", """{"priority": 1, "request": {"urlPath": "/mine"}, "response": {"body": "first"}}""");
        (await sandbox.GetAsync("/mine")).Body.ShouldBe("first");
    }

    [Fact]
    public async Task An_import_is_taken_as_a_whole_and_its_first_mapping_wins()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);
        const string Two = """{"request": {"urlPath": "/mine"}, "response": {"body": "imported"}}, {"request": {"urlPath": "/mine"}, "response": {"body": "second"}}""";

        (await SendAsync(sandbox, HttpMethod.Post, "/mappings/import", $$"""{"mappings": [{{Two}}]}""")).ShouldBe((HttpStatusCode.OK, ""));
        (await sandbox.GetAsync("/mine")).Body.ShouldBe("imported");
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/mappings"))["meta"]!["total"]!).ShouldBe(3);

        await RefusedAsync(sandbox, HttpMethod.Post, "/mappings/import", $$$"""{"mappings": [{{{Two}}}, {"request": {"url": "/a", "customMatcher": {}}, "response": {}}]}""", HttpStatusCode.UnprocessableEntity, "/mappings/2/request/customMatcher");
        await RefusedAsync(sandbox, HttpMethod.Post, "/mappings/import", """{"mapping": []}""", HttpStatusCode.UnprocessableEntity, "");
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/mappings"))["meta"]!["total"]!).ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"duplicatePolicy": "OVERWRITE"}""", "changed", true)]
    [InlineData("""{}""", "changed", true)]
    [InlineData("""{"duplicatePolicy": "IGNORE"}""", "mine", true)]
    [InlineData("""{"duplicatePolicy": "IGNORE", "deleteAllNotInImport": true}""", "mine", false)]
    [InlineData("""{"deleteAllNotInImport": true}""", "changed", false)]
    public async Task An_import_says_what_becomes_of_the_stubs_that_are_there(string options, string mine, bool isOtherThere)
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", """{"request": {"urlPath": "/other"}, "response": {"body": "other"}}""", HttpStatusCode.Created);

        await SendAsync(sandbox, HttpMethod.Post, "/mappings/import", $$$"""{"mappings": [{"id": "{{{Id}}}", "request": {"urlPath": "/mine"}, "response": {"body": "changed"}}], "importOptions": {{{options}}}}""");

        (await sandbox.GetAsync("/mine")).Body.ShouldBe(mine);
        ((await sandbox.GetAsync("/other")).Status == HttpStatusCode.OK).ShouldBe(isOtherThere);
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/mappings"))["meta"]!["total"]!).ShouldBe(isOtherThere ? 2 : 1);
    }

    [Fact]
    public async Task A_stub_in_WireMock_Nets_JSON_is_shown_in_WireMocks_and_what_has_no_words_there_as_metadata()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync($$$"""{"Guid": "{{{Id}}}", "Request": {"Path": "/net", "Methods": ["GET"]}, "Response": {"StatusCode": 202, "Body": "net"}}""");
        await sandbox.StubAsync($$$"""{"Guid": "{{{Nobody}}}", "Title": "by chance", "Probability": 0.5, "Request": {"Path": "/chance"}, "Response": {"Body": "chance"}}""");

        var shown = await JsonAsync(sandbox, HttpMethod.Get, $"/mappings/{Id}");
        ((string)shown["uuid"]!, (string)shown["request"]!["method"]!, (int)shown["response"]!["status"]!).ShouldBe((Id, "GET", 202));
        var other = await JsonAsync(sandbox, HttpMethod.Get, $"/mappings/{Nobody}");
        ((string)other["name"]!, (double)other["metadata"]!["wireMockNet"]!["Probability"]!).ShouldBe(("by chance", 0.5));
        ((string)other["metadata"]!["notInWireMocksJson"]![0]!).ShouldContain("Probability");
    }

    [Fact]
    public async Task What_is_changed_on_the_vendors_port_is_no_longer_shown_as_it_was_written()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);

        var (status, told) = await sandbox.AdminAsync(HttpMethod.Put, $"/mappings/{Id}", """{"Request": {"Path": "/mine"}, "Response": {"Body": "changed"}}""");
        status.ShouldBe(HttpStatusCode.OK, told);

        var shown = await JsonAsync(sandbox, HttpMethod.Get, $"/mappings/{Id}");
        ((string)shown["response"]!["body"]!).ShouldBe("changed");
        shown["metadata"].ShouldBeNull();
    }

    [Fact]
    public async Task A_reset_leaves_the_stubs_of_files_and_a_delete_takes_those_too()
    {
        using var folder = new TemporaryFolder();
        folder.Write("""{"Request": {"Path": "/file"}, "Response": {"Body": "file"}}""", StubSandbox.Vendor, "file.json");
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { Stubs = folder.Path });
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/mappings"))["meta"]!["total"]!).ShouldBe(2);

        (await SendAsync(sandbox, HttpMethod.Post, "/mappings/reset")).ShouldBe((HttpStatusCode.OK, ""));
        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sandbox.GetAsync("/file")).Body.ShouldBe("file");

        (await SendAsync(sandbox, HttpMethod.Delete, "/mappings")).ShouldBe((HttpStatusCode.OK, "{}"));
        (await sandbox.GetAsync("/file")).Status.ShouldBe(HttpStatusCode.NotFound);
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/mappings"))["meta"]!["total"]!).ShouldBe(0);

        (await SendAsync(sandbox, HttpMethod.Post, "/reset")).ShouldBe((HttpStatusCode.OK, ""));
        (await sandbox.GetAsync("/file")).Body.ShouldBe("file");
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/requests"))["meta"]!["total"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Stubs_are_found_and_removed_and_their_requests_forgotten_by_metadata()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", """{"request": {"urlPath": "/other"}, "response": {"body": "other"}}""", HttpStatusCode.Created);
        foreach (var path in new[] { "/mine", "/other" }) await sandbox.GetAsync(path);
        const string Ada = """{"matchesJsonPath": {"expression": "$.owner", "equalTo": "ada"}}""";

        var found = await JsonAsync(sandbox, HttpMethod.Post, "/mappings/find-by-metadata", Ada);
        ((string)found["mappings"]!.AsArray().ShouldHaveSingleItem()!["id"]!).ShouldBe(Id);
        ((int)found["meta"]!["total"]!).ShouldBe(1);
        var forgotten = (await JsonAsync(sandbox, HttpMethod.Post, "/requests/remove-by-metadata", Ada))["serveEvents"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)forgotten["request"]!["url"]!).ShouldBe("/mine");
        (await SendAsync(sandbox, HttpMethod.Post, "/mappings/remove-by-metadata", Ada)).ShouldBe((HttpStatusCode.OK, "{}"));

        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/mappings"))["meta"]!["total"]!).ShouldBe(1);
        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Scenarios_are_shown_set_and_reset()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", """{"scenarioName": "s", "requiredScenarioState": "Started", "newScenarioState": "up", "request": {"urlPath": "/s"}, "response": {"body": "down"}}""", HttpStatusCode.Created);
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", """{"scenarioName": "s", "requiredScenarioState": "up", "request": {"urlPath": "/s"}, "response": {"body": "up"}}""", HttpStatusCode.Created);
        (await StateAsync(sandbox)).ShouldBe("Started");
        (await sandbox.GetAsync("/s")).Body.ShouldBe("down");

        var scenario = (await JsonAsync(sandbox, HttpMethod.Get, "/scenarios"))["scenarios"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)scenario["id"]!, (string)scenario["name"]!, (string)scenario["state"]!).ShouldBe(("s", "s", "up"));
        scenario["possibleStates"]!.AsArray().Select(state => (string)state!).ShouldBe(["Started", "up"]);
        scenario["mappings"]!.AsArray().Count.ShouldBe(2);
        (await sandbox.GetAsync("/s")).Body.ShouldBe("up");

        (await SendAsync(sandbox, HttpMethod.Put, "/scenarios/s/state")).ShouldBe((HttpStatusCode.OK, "{}"));
        (await sandbox.GetAsync("/s")).Body.ShouldBe("down");
        (await SendAsync(sandbox, HttpMethod.Post, "/scenarios/reset")).ShouldBe((HttpStatusCode.OK, "{}"));
        (await StateAsync(sandbox)).ShouldBe("Started");
        await JsonAsync(sandbox, HttpMethod.Put, "/scenarios/s/state", """{"state": "up"}""");
        (await sandbox.GetAsync("/s")).Body.ShouldBe("up");

        await RefusedAsync(sandbox, HttpMethod.Put, "/scenarios/s/state", """{"state": "sideways"}""", HttpStatusCode.UnprocessableEntity, "/state");
        await RefusedAsync(sandbox, HttpMethod.Put, "/scenarios/t/state", """{"state": "up"}""", HttpStatusCode.NotFound, null);
    }

    [Fact]
    public async Task The_journal_is_listed_counted_searched_and_emptied_for_one_vendor_and_session()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);
        await sandbox.GetAsync("/mine?a=1");
        await sandbox.GetAsync(StubSandbox.Get);
        await sandbox.GetAsync("/nowhere");
        await sandbox.GetAsync("/nowhere", "elsewhere");

        var all = await JsonAsync(sandbox, HttpMethod.Get, "/requests");
        ((int)all["meta"]!["total"]!, (bool)all["requestJournalDisabled"]!).ShouldBe((3, false));
        var events = all["requests"]!.AsArray();
        events.Select(entry => (string)entry!["request"]!["url"]!).ShouldBe(["/nowhere", StubSandbox.Get, "/mine?a=1"]);
        events.Select(entry => (bool)entry!["wasMatched"]!).ShouldBe([false, true, true]);
        ((string)events[2]!["stubMapping"]!["id"]!, (int)events[2]!["response"]!["status"]!).ShouldBe((Id, 201));
        (await JsonAsync(sandbox, HttpMethod.Get, $"/requests?matchingStub={Id}"))["requests"]!.AsArray().Count.ShouldBe(1);
        ((string)(await JsonAsync(sandbox, HttpMethod.Get, "/requests/unmatched"))["requests"]!.AsArray().ShouldHaveSingleItem()!["url"]!).ShouldBe("/nowhere");
        (await JsonAsync(sandbox, HttpMethod.Get, "/requests/unmatched", session: "elsewhere"))["requests"]!.AsArray().Count.ShouldBe(1);

        const string Mine = """{"method": "GET", "urlPath": "/mine", "queryParameters": {"a": {"equalTo": "1"}}}""";
        var count = await JsonAsync(sandbox, HttpMethod.Post, "/requests/count", Mine);
        ((int)count["count"]!, (bool)count["requestJournalDisabled"]!).ShouldBe((1, false));
        ((string)(await JsonAsync(sandbox, HttpMethod.Post, "/requests/find", Mine))["requests"]!.AsArray().ShouldHaveSingleItem()!["method"]!).ShouldBe("GET");
        await RefusedAsync(sandbox, HttpMethod.Post, "/requests/count", """{"urlPth": "/mine"}""", HttpStatusCode.UnprocessableEntity, "/urlPth");

        var id = (string)events[1]!["id"]!;
        ((string)(await JsonAsync(sandbox, HttpMethod.Get, $"/requests/{id}"))["id"]!).ShouldBe(id);
        (await SendAsync(sandbox, HttpMethod.Delete, $"/requests/{id}")).ShouldBe((HttpStatusCode.OK, "{}"));
        (await SendAsync(sandbox, HttpMethod.Get, $"/requests/{id}")).ShouldBe((HttpStatusCode.NotFound, ""));
        (await JsonAsync(sandbox, HttpMethod.Post, "/requests/remove", Mine))["serveEvents"]!.AsArray().Count.ShouldBe(1);
        (await SendAsync(sandbox, HttpMethod.Delete, "/requests")).ShouldBe((HttpStatusCode.OK, "{}"));
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/requests"))["meta"]!["total"]!).ShouldBe(0);
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/requests", session: "elsewhere"))["meta"]!["total"]!).ShouldBe(1);
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/mappings"))["meta"]!["total"]!).ShouldBe(1);
    }

    [Fact]
    public async Task The_three_nearest_stubs_of_an_unmatched_request_are_told()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        foreach (var request in new[]
        {
            """{"method": "GET", "urlPath": "/mine"}""",
            """{"method": "POST", "urlPath": "/mine"}""",
            """{"method": "GET", "urlPath": "/nowhere", "headers": {"X-A": {"equalTo": "1"}}, "queryParameters": {"b": {"equalTo": "2"}}}""",
            """{"method": "POST", "urlPath": "/else", "bodyPatterns": [{"contains": "x"}]}""",
        })
            await JsonAsync(sandbox, HttpMethod.Post, "/mappings", $$$"""{"request": {{{request}}}, "response": {"body": "x"}}""", HttpStatusCode.Created);
        await sandbox.GetAsync("/nowhere?b=2");

        var misses = (await JsonAsync(sandbox, HttpMethod.Get, "/requests/unmatched/near-misses"))["nearMisses"]!.AsArray();
        misses.Select(miss => (double)miss!["matchResult"]!["distance"]!).ShouldBe([0.25, 0.5, 1]);
        misses.ShouldAllBe(miss => (string)miss!["request"]!["url"]! == "/nowhere?b=2");
        ((string)misses[0]!["stubMapping"]!["request"]!["urlPath"]!).ShouldBe("/nowhere");

        var near = (await JsonAsync(sandbox, HttpMethod.Post, "/near-misses/request", """{"method": "POST", "url": "/else", "body": "y", "headers": {}}"""))["nearMisses"]!.AsArray();
        ((string)near[0]!["stubMapping"]!["request"]!["urlPath"]!, (double)near[0]!["matchResult"]!["distance"]!).ShouldBe(("/else", 0.3333));
        var requests = (await JsonAsync(sandbox, HttpMethod.Post, "/near-misses/request-pattern", """{"method": "DELETE", "urlPath": "/nowhere"}"""))["nearMisses"]!.AsArray();
        ((string)requests.ShouldHaveSingleItem()!["request"]!["url"]!, (double)requests[0]!["matchResult"]!["distance"]!).ShouldBe(("/nowhere?b=2", 0.5));
    }

    [Theory]
    [InlineData("""{"request": {"urlPth": "/x"}, "response": {}}""", "/request/urlPth")]
    [InlineData("""{"request": {"urlPath": "/x"}, "response": {"proxyBaseUrl": "http://example.com"}}""", "/response/proxyBaseUrl")]
    [InlineData("""{"request": {"urlPath": "/x", "bodyPatterns": [{"equalToXml": "<a/>"}]}, "response": {}}""", "/request/bodyPatterns/0/equalToXml")]
    [InlineData("""{"mappings": []}""", "")]
    [InlineData("""[]""", "")]
    [InlineData("""{"id": "7", "request": {}, "response": {}}""", "/id")]
    [InlineData("{", null)]
    [InlineData("", null)]
    public async Task A_stub_that_cannot_be_is_refused_in_WireMocks_shape(string stub, string? pointer)
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await RefusedAsync(sandbox, HttpMethod.Post, "/mappings", stub, HttpStatusCode.UnprocessableEntity, pointer);
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/mappings"))["meta"]!["total"]!).ShouldBe(0);
    }

    [Theory]
    [InlineData("/mappings")]
    [InlineData("/mappings/import")]
    [InlineData("/mappings/find-by-metadata")]
    [InlineData("/mappings/remove-by-metadata")]
    [InlineData("/requests/count")]
    [InlineData("/requests/find")]
    [InlineData("/requests/remove")]
    [InlineData("/requests/remove-by-metadata")]
    [InlineData("/near-misses/request")]
    [InlineData("/near-misses/request-pattern")]
    [InlineData("/settings")]
    public async Task A_body_that_is_no_object_is_refused_in_WireMocks_shape(string path)
    {
        await using var sandbox = await StubSandbox.StartAsync();
        foreach (var body in new[] { "[]", "[{}]", "null", "7", "\"text\"" }) await RefusedAsync(sandbox, HttpMethod.Post, path, body, HttpStatusCode.UnprocessableEntity, "");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task A_request_without_a_body_may_name_any_media_type(string? type)
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);
        foreach (var (method, path) in new[] { (HttpMethod.Post, "/mappings/reset"), (HttpMethod.Post, "/scenarios/reset"), (HttpMethod.Delete, "/requests"), (HttpMethod.Post, "/reset") })
        {
            using var request = new HttpRequestMessage(method, $"/vendors/{StubSandbox.Vendor}/__admin{path}") { Content = new ByteArrayContent([]) };
            if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var reply = await sandbox.Control.SendAsync(request);
            reply.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            request.Content.Headers.ContentType?.MediaType.ShouldBe(type);
        }

        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "/mappings/7", HttpStatusCode.BadRequest)]
    [InlineData("DELETE", "/requests/7", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/requests?limt=7", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/mappings/save", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/shutdown", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/recordings/start", HttpStatusCode.NotImplemented)]
    [InlineData("POST", "/recordings/stop", HttpStatusCode.NotImplemented)]
    [InlineData("POST", "/recordings/snapshot", HttpStatusCode.NotImplemented)]
    public async Task What_the_sandbox_does_not_do_is_refused_in_WireMocks_shape(string method, string path, HttpStatusCode status)
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await RefusedAsync(sandbox, new HttpMethod(method), path, null, status, null);
    }

    [Fact]
    public async Task A_delay_for_all_stubs_is_set_and_no_other_setting()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub, HttpStatusCode.Created);
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/settings"))["settings"]!["fixedDelay"]!).ShouldBe(0);
        (await SendAsync(sandbox, HttpMethod.Post, "/settings", """{"fixedDelay": 300}""")).ShouldBe((HttpStatusCode.OK, ""));
        ((int)(await JsonAsync(sandbox, HttpMethod.Get, "/settings"))["settings"]!["fixedDelay"]!).ShouldBe(300);

        var began = TimeProvider.System.GetTimestamp();
        (await sandbox.GetAsync("/mine")).Body.ShouldBe("mine");
        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(290));

        await RefusedAsync(sandbox, HttpMethod.Post, "/settings", """{"delayDistribution": {"type": "uniform", "lower": 1, "upper": 2}}""", HttpStatusCode.UnprocessableEntity, "/delayDistribution");
        ((string)(await JsonAsync(sandbox, HttpMethod.Get, "/recordings/status"))["status"]!).ShouldBe("NeverStarted");
    }

    [Fact]
    public async Task Stubs_belong_to_a_session()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings?session=one", Stub, HttpStatusCode.Created);
        await JsonAsync(sandbox, HttpMethod.Post, "/mappings", Stub.Replace("\"mine\"}", "\"two\"}", StringComparison.Ordinal), HttpStatusCode.Created, "two");

        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sandbox.GetAsync("/mine", "one")).Body.ShouldBe("mine");
        (await sandbox.GetAsync("/mine", "two")).Body.ShouldBe("two");
        await JsonAsync(sandbox, HttpMethod.Delete, "/mappings", session: "two");
        (await sandbox.GetAsync("/mine", "one")).Body.ShouldBe("mine");
    }

    [Fact]
    public async Task It_is_the_owners_alone_and_there_is_none_of_an_unknown_vendor()
    {
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { AdminToken = "secret" });
        sandbox.Control.DefaultRequestHeaders.Authorization = null;
        (await SendAsync(sandbox, HttpMethod.Get, "/mappings")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        sandbox.Control.DefaultRequestHeaders.Add("Authorization", "Bearer secret");
        (await SendAsync(sandbox, HttpMethod.Get, "/mappings")).Status.ShouldBe(HttpStatusCode.OK);
        using (var text = new HttpRequestMessage(HttpMethod.Post, $"/vendors/{StubSandbox.Vendor}/__admin/mappings") { Content = new StringContent(Stub) })
        using (var refused = await sandbox.Control.SendAsync(text)) refused.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);

        var (status, body) = await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Get, "/vendors/aling/__admin/mappings", null, null);
        status.ShouldBe(HttpStatusCode.NotFound);
        ((string)StubSandbox.Json(body)["errors"]![0]!["title"]!).ShouldContain("did you mean");
        (status, body) = await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Get, $"/vendors/{StubSandbox.Vendor}/__admin/mapings", null, null);
        status.ShouldBe(HttpStatusCode.NotFound);
        body.ShouldContain("/vendors/{vendor}/__admin/mappings");
    }

    [Fact]
    public async Task A_build_without_stubs_answers_501_and_shows_its_journal()
    {
        await using var full = await StubSandbox.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(full.Sandbox.Settings with { StubEngine = null }, TestContext.Current.CancellationToken);
        using var control = new HttpClient { BaseAddress = new Uri(sandbox.Control) };
        using var vendor = new HttpClient { BaseAddress = new Uri(sandbox.Host(StubSandbox.Vendor).Url) };
        const string Root = $"/vendors/{StubSandbox.Vendor}/__admin";
        await StubSandbox.SendAsync(vendor, HttpMethod.Get, "/nowhere", null, null);

        foreach (var (method, path, body) in new[] { (HttpMethod.Get, "/mappings", null), (HttpMethod.Post, "/mappings", Stub), (HttpMethod.Get, "/scenarios", null), (HttpMethod.Post, "/reset", null) })
        {
            var (refused, told) = await StubSandbox.SendAsync(control, method, Root + path, body, null);
            refused.ShouldBe(HttpStatusCode.NotImplemented, told);
            ((string)StubSandbox.Json(told)["errors"]![0]!["title"]!).ShouldContain("no stubs");
        }

        var (status, listed) = await StubSandbox.SendAsync(control, HttpMethod.Get, Root + "/requests", null, null);
        status.ShouldBe(HttpStatusCode.OK, listed);
        ((int)StubSandbox.Json(listed)["meta"]!["total"]!).ShouldBe(1);
        var (_, count) = await StubSandbox.SendAsync(control, HttpMethod.Post, Root + "/requests/count", """{"urlPath": "/nowhere"}""", null);
        ((int)StubSandbox.Json(count)["count"]!).ShouldBe(1);
    }

    [Fact]
    public void The_documents_name_every_path()
    {
        var document = File.ReadAllText(RepositoryFiles.PathOf("docs", "stubs.md"));
        var resources = ControlResources.Of(new SandboxServer(new SandboxSettings { Specs = "", Fixtures = "" }));
        const string Prefix = "/vendors/{vendor}/__admin";
        var routes = new ControlApi(resources, new OwnersOnly([], null), null).Routes.Where(route => route.Path.Path.StartsWith(Prefix + "/", StringComparison.Ordinal) && !route.Path.Path.Contains("/requests/near-misses/", StringComparison.Ordinal)).ToList();
        routes.Count.ShouldBeGreaterThan(30);
        routes.Select(route => $"`{route.Method} {route.Path.Path[Prefix.Length..]}`").Where(named => !document.Contains(named, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task<string> StateAsync(StubSandbox sandbox) => (string)(await JsonAsync(sandbox, HttpMethod.Get, "/scenarios"))["scenarios"]![0]!["state"]!;

    /// <param name="pointer">null where no place in a body is wrong.</param>
    private static async Task RefusedAsync(StubSandbox sandbox, HttpMethod method, string path, string? json, HttpStatusCode wanted, string? pointer)
    {
        var (status, body) = await SendAsync(sandbox, method, path, json);
        status.ShouldBe(wanted, body);
        var error = StubSandbox.Json(body)["errors"]![0]!;
        ((int)error["code"]!).ShouldBe(10);
        ((string?)error["source"]?["pointer"]).ShouldBe(pointer);
        ((string)error["title"]!).ShouldNotBeEmpty();
        ((string)error["detail"]!).ShouldNotBeEmpty();
    }

    private static async Task<JsonNode> JsonAsync(StubSandbox sandbox, HttpMethod method, string path, string? json = null, HttpStatusCode wanted = HttpStatusCode.OK, string? session = null)
    {
        var (status, body) = await SendAsync(sandbox, method, path, json, session);
        status.ShouldBe(wanted, body);
        return StubSandbox.Json(body);
    }

    private static Task<(HttpStatusCode Status, string Body)> SendAsync(StubSandbox sandbox, HttpMethod method, string path, string? json = null, string? session = null) =>
        StubSandbox.SendAsync(sandbox.Control, method, $"/vendors/{StubSandbox.Vendor}/__admin{path}", json, session);
}
