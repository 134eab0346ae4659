using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>What a test asks about the calls that were made, over real HTTP.</summary>
public sealed class VerificationTests
{
    private const string Header = "X-Sandbox-Session";

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Calls_are_counted_found_and_shown_one_by_one(string vendor)
    {
        await using var sandbox = await StartAsync(vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var control = sandbox.ControlClient();
        var target = tested.Example(tested.Fetch);
        for (var i = 0; i < 3; i++) (await tested.GetAsync(target, ("X-Trace", "t" + i))).Status.ShouldBe(200);
        (await tested.GetAsync("/nowhere?x=1&x=2")).Status.ShouldBeInRange(400, 404);

        var pattern = new JsonObject { ["method"] = "GET", ["url"] = target, ["vendor"] = vendor, ["operation"] = tested.Fetch.Operation.Id, ["status"] = 200 };
        (await PostAsync(control, "count", pattern.ToJsonString()))["count"]!.GetValue<int>().ShouldBe(3);
        (await PostAsync(control, "count", "{}"))["count"]!.GetValue<int>().ShouldBe(4);
        pattern["headers"] = new JsonObject { ["x-trace"] = new JsonObject { ["matches"] = "t[12]" } };
        var found = (await PostAsync(control, "find", pattern.ToJsonString()))["requests"]!.AsArray();
        found.Count.ShouldBe(2);
        var first = found[0]!;
        ((string)first["url"]!).ShouldBe(target);
        ((string)first["absoluteUrl"]!).ShouldBe(sandbox.Host(vendor).Url + target);
        ((string)first["method"]!).ShouldBe("GET");
        ((string)first["headers"]!["X-Trace"]!).ShouldBe("t1");
        ((string)first["headers"]![tested.Credential.Name]!).ShouldBe("(redacted)");
        first.ToJsonString().ShouldNotContain(tested.Vendor.Keys[0]);
        ((string)first["session"]!).ShouldBe("default");
        ((int)first["status"]!).ShouldBe(200);

        var one = await GetAsync(control, "/" + (string)first["id"]!);
        ((string)one["id"]!).ShouldBe((string)first["id"]!);
        ((string)one["request"]!["url"]!).ShouldBe(target);
        ((int)one["responseDefinition"]!["status"]!).ShouldBe(200);
        ((string)one["operation"]!).ShouldBe(tested.Fetch.Operation.Id);
        Guid.TryParse((string)one["id"]!, out _).ShouldBeTrue();

        var unmatched = (await GetAsync(control, "/unmatched"))["requests"]!.AsArray();
        unmatched.Count.ShouldBe(1);
        ((string)unmatched[0]!["url"]!).ShouldBe("/nowhere?x=1&x=2");
        unmatched[0]!["queryParams"]!["x"]!["values"]!.AsArray().Select(value => (string)value!).ShouldBe(["1", "2"]);
        ((string)unmatched[0]!["violations"]![0]!["pointer"]!).ShouldBe("/path");
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_refusal_says_what_was_expected_what_was_seen_and_where(string vendor)
    {
        await using var sandbox = await StartAsync(vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var control = sandbox.ControlClient();
        var target = tested.Example(tested.Fetch);
        (await tested.Wire.SendAsync("GET", target)).Status.ShouldBeInRange(400, 401);
        (await tested.GetAsync(target + "x-nobody")).Status.ShouldBeInRange(400, 422);
        (await tested.SendAsync("TRACE", target)).Status.ShouldBeInRange(404, 405);
        var requests = (await GetAsync(control, $"?vendor={vendor}"))["requests"]!.AsArray();
        requests.Count.ShouldBe(3);
        foreach (var request in requests)
        {
            request!["fault"].ShouldNotBeNull();
            ((string)request["reason"]!).Length.ShouldBeGreaterThan(5);
            var violation = request["violations"]!.AsArray().ShouldHaveSingleItem()!;
            ((string)violation["expected"]!).Length.ShouldBeGreaterThan(2);
            ((string)violation["pointer"]!).ShouldStartWith("/");
        }

        ((string)requests[2]!["violations"]![0]!["pointer"]!).ShouldBe("/header/" + tested.Credential.Name);
        ((string)requests[0]!["violations"]![0]!["seen"]!).ShouldBe("TRACE");

        if (tested.Size is not { } size) return;
        (await tested.GetAsync($"{tested.Example(tested.List!)}?{size.Name}=-7")).Status.ShouldBeInRange(200, 422);
        var last = (await GetAsync(control, "?limit=1"))["requests"]![0]!;
        if (last["fault"] is null) return;
        ((string)last["violations"]![0]!["pointer"]!).ShouldBe("/query/" + size.Name);
        ((string)last["violations"]![0]!["seen"]!).ShouldBe("-7");
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Bodies_are_kept_and_matched(string vendor)
    {
        await using var sandbox = await StartAsync(vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var control = sandbox.ControlClient();
        var target = tested.Example(tested.Fetch);
        const string Body = """{"name": "Ada", "tags": ["a", "b"], "age": 36}""";
        (string, string)[] headers = [tested.Credential, ("Content-Type", "application/json"), ("Cookie", "one=secret; two=hidden")];
        await tested.Wire.SendAsync("POST", target, Body, headers);
        await tested.Wire.SendAsync("POST", target, $"{{\"long\": \"{new string('x', 20_000)}\"}}", headers);

        foreach (var (pattern, count) in new[]
        {
            ("""{"matchesJsonPath": "$.name"}""", 1),
            ("""{"matchesJsonPath": {"expression": "$.tags[*]", "equalTo": "b"}}""", 1),
            ("""{"equalToJson": {"age": 36, "tags": ["b", "a"], "name": "${json-unit.any-string}"}, "ignoreArrayOrder": true}""", 1),
            ("""{"matchesJsonSchema": {"required": ["name"]}}""", 1),
            ("""{"contains": "xxx"}""", 1),
            ("""{"absent": true}""", 0),
        })
            (await PostAsync(control, "count", $$"""{"method": "POST", "bodyPatterns": [{{pattern}}]}"""))["count"]!.GetValue<int>().ShouldBe(count, pattern);

        var requests = (await PostAsync(control, "find", "{}"))["requests"]!.AsArray();
        ((string)requests[0]!["body"]!).ShouldBe(Body);
        Encoding.UTF8.GetString(Convert.FromBase64String((string)requests[0]!["bodyAsBase64"]!)).ShouldBe(Body);
        ((bool)requests[0]!["bodyTruncated"]!).ShouldBeFalse();
        ((string)requests[0]!["headers"]!["Cookie"]!).ShouldBe("one=(redacted); two=(redacted)");
        ((bool)requests[1]!["bodyTruncated"]!).ShouldBeTrue();
        ((string)requests[1]!["body"]!).Length.ShouldBe(16 * 1024);
    }

    [Fact]
    public async Task The_journal_is_filtered_and_emptied()
    {
        var vendor = Server.SandboxFolder.Names(Vendors.Shipped)[0];
        await using var sandbox = await StartAsync(vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var control = sandbox.ControlClient();
        var target = tested.Example(tested.Fetch);
        await tested.GetAsync(target);
        await tested.GetAsync("/nowhere");
        await tested.Wire.SendAsync("GET", target);
        var id = target[(target.LastIndexOf('/') + 1)..];
        foreach (var (query, total) in new[]
        {
            ("", 3), ("?status=200", 1), ("?status=4xx", 2), ("?method=GET", 3), ("?method=POST", 0), ($"?operation={tested.Fetch.Operation.Id}", 1), ($"?customer={id}", 1), ("?fault=NoSuchPath", 1),
            ("?unmatched=true", 1), ("?unmatched=false", 2), ("?refused=true", 2), ("?refused=false", 1), ("?since=2020-01-01T00:00:00Z", 3), ("?since=2999-01-01", 0), ("?limit=1", 3), ($"?vendor={vendor}&status=404", 1),
        })
            ((int)(await GetAsync(control, query))["meta"]!["total"]!).ShouldBe(total, query);

        ((await GetAsync(control, "?limit=1"))["requests"]!.AsArray().Count).ShouldBe(1);
        foreach (var (path, status) in new[]
        {
            ("?sttus=200", 400), ("?status=4x", 400), ("?operation=nothing", 400), ("?fault=x", 400), ("?since=soon", 400), ("?unmatched=maybe", 400), ("?refused=maybe", 400), ("?matchingStub=x", 400),
            ("/nothing", 404), ("/" + Guid.Empty, 404), ("/unmatched?x=1", 400), ("?session=nobody", 404),
        })
        {
            using var reply = await control.GetAsync("__admin/requests" + path);
            ((int)reply.StatusCode).ShouldBe(status, path);
            JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["error"]!.GetValue<string>().Length.ShouldBeGreaterThan(10);
        }

        var first = (string)(await GetAsync(control, "?limit=1"))["requests"]![0]!["id"]!;
        (await control.DeleteAsync("__admin/requests/" + first)).EnsureSuccessStatusCode();
        ((int)(await control.GetAsync("__admin/requests/" + first)).StatusCode).ShouldBe(404);
        var removed = (await PostAsync(control, "remove", """{"urlPath": "/nowhere"}"""))["serveEvents"]!.AsArray();
        ((string)removed.ShouldHaveSingleItem()!["request"]!["url"]!).ShouldBe("/nowhere");
        (await PostAsync(control, "count", "{}"))["count"]!.GetValue<int>().ShouldBe(1);
        (await control.DeleteAsync("__admin/requests")).EnsureSuccessStatusCode();
        (await PostAsync(control, "count", "{}"))["count"]!.GetValue<int>().ShouldBe(0);
        await tested.GetAsync(target);
        await PostAsync(control, "reset", "");
        (await PostAsync(control, "count", "{}"))["count"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_pattern_that_is_not_understood_is_refused_by_name_and_place()
    {
        var vendor = Server.SandboxFolder.Names(Vendors.Shipped)[0];
        await using var sandbox = await StartAsync(vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var control = sandbox.ControlClient();
        await tested.Wire.SendAsync("POST", "/x", new string('a', 60) + "b", [tested.Credential]);
        foreach (var where in new[] { "count", "find", "remove" })
        {
            var refused = await PostAsync(control, where, """{"urlpath": "/x", "basicAuthCredentials": {"username": "a", "password": "b"}, "bodyPatterns": [{"equalToXml": "<a/>"}]}""", 400);
            refused["mistakes"]!.AsArray().Select(mistake => (string)mistake!["pointer"]!).ShouldBe(["/urlpath", "/basicAuthCredentials", "/bodyPatterns/0/equalToXml"], ignoreOrder: true);
            ((string)refused["error"]!).ShouldContain("did you mean urlPath?");
            ((string)(await PostAsync(control, where, """{"bodyPatterns": [{"matches": "(a+)+"}]}""", 422))["error"]!).ShouldContain("takes too long");
            await PostAsync(control, where, "", 400);
            await PostAsync(control, where, "[]", 400);
            await PostAsync(control, where, "{", 400);
            await PostAsync(control, where + "?sesion=x", "{}", 400);
            await PostAsync(control, where, """{"session": "nobody"}""", 404);
            await PostAsync(control, where + "?session=default", """{"session": "other"}""", 400);
        }

        (await PostAsync(control, "count", "{}"))["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_journal_that_is_off_says_so()
    {
        var vendor = Server.SandboxFolder.Names(Vendors.Shipped)[0];
        await using var sandbox = await Sandbox.StartAsync(o => o.With(settings => settings with { Specs = Vendors.Specs, Vendors = [vendor], Options = settings.Options with { Sessions = new Sessions.SessionOptions { Journal = 0 } } }));
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var control = sandbox.ControlClient();
        await tested.GetAsync(tested.Example(tested.Fetch));
        foreach (var answer in new[] { await GetAsync(control, ""), await GetAsync(control, "/unmatched"), await PostAsync(control, "count", "{}"), await PostAsync(control, "find", "{}") })
            ((bool)answer["requestJournalDisabled"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_hundred_tests_at_once_break_what_they_want_and_see_their_own_calls_alone()
    {
        const int Tests = 240;
        await using var sandbox = await Sandbox.StartAsync(o => o.With(settings => settings with { Specs = Vendors.Specs }));
        using var control = sandbox.ControlClient();
        var clients = sandbox.Vendors.ToDictionary(vendor => vendor, vendor => sandbox.Vendor(vendor).CreateClient());
        await Task.WhenAll(Enumerable.Range(0, Tests).Select(i => OneTestAsync(i)));
        foreach (var client in clients.Values) client.Dispose();
        (await PostAsync(control, "count", "{}"))["count"]!.GetValue<int>().ShouldBe(0);

        async Task OneTestAsync(int test)
        {
            var (session, vendor) = ($"test-{test}", sandbox.Vendors[test % sandbox.Vendors.Count]);
            using var tested = new VendorUnderTest(sandbox.Host(vendor));
            var target = tested.Example(tested.Fetch);
            var (failures, calls) = (1 + (test % 3), 4 + (test % 4));
            await PostAsync(control, "../faults", $$$"""{"session": "{{{session}}}", "operation": "{{{tested.Fetch.Operation.Id}}}", "when": {"times": {{{failures}}} }, "reply": {"code": 503}}""", 201);
            var statuses = new List<int>();
            for (var call = 0; call < calls; call++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, target) { Headers = { { Header, session }, { "X-Call", $"{test}.{call}" } } };
                using var reply = await clients[vendor].SendAsync(request);
                statuses.Add((int)reply.StatusCode);
            }

            statuses.ShouldBe([.. Enumerable.Repeat(503, failures), .. Enumerable.Repeat(200, calls - failures)]);
            (await PostAsync(control, $"count?session={session}", $$"""{"vendor": "{{vendor}}", "url": "{{target}}"}"""))["count"]!.GetValue<int>().ShouldBe(calls);
            var failed = (await PostAsync(control, "find", $$"""{"session": "{{session}}", "status": 503}"""))["requests"]!.AsArray();
            failed.Select(request => (string)request!["headers"]!["X-Call"]!).ShouldBe(Enumerable.Range(0, failures).Select(call => $"{test}.{call}"));
            failed.ShouldAllBe(request => ((string)request!["reason"]!).Contains("injected"));
            var others = await PostAsync(control, $"count?session={session}", $$$"""{"headers": {"X-Call": {"doesNotMatch": "{{{test}}}[.].*"} } }""");
            others["count"]!.GetValue<int>().ShouldBe(0);
        }
    }

    private static Task<Sandbox> StartAsync(string vendor) => Sandbox.StartAsync(o => o.With(settings => settings with { Specs = Vendors.Specs, Vendors = [vendor] }));

    private static async Task<JsonNode> GetAsync(HttpClient control, string path) => JsonNode.Parse(await control.GetStringAsync("__admin/requests" + path))!;

    private static async Task<JsonNode> PostAsync(HttpClient control, string path, string body, int status = 200)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var reply = await control.PostAsync("__admin/requests/" + path, body.Length == 0 ? null : content);
        var text = await reply.Content.ReadAsStringAsync();
        ((int)reply.StatusCode).ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }
}
