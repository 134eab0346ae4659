using System.Net;

namespace MockCustomers.Stubs.Tests;

/// <summary>Stubs that are posted to a vendor's own port answer over the vendor.</summary>
public sealed class StubTests
{
    private const string Teapot = """{"Request": {"Path": "/v0/customers/teapot", "Methods": ["GET"]}, "Response": {"StatusCode": 418, "Body": "short and stout", "Headers": {"X-Pot": "tea"}}}""";

    [Fact]
    public async Task A_stub_answers_what_it_matches_and_the_vendor_the_rest()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var before = await WireAsync(sandbox, StubSandbox.Get);
        var missing = await WireAsync(sandbox, "/nowhere");

        await sandbox.StubAsync(Teapot);

        (await sandbox.GetAsync("/v0/customers/teapot")).ShouldBe(((HttpStatusCode)418, "short and stout"));
        (await WireAsync(sandbox, StubSandbox.Get)).ShouldBe(before);
        (await WireAsync(sandbox, "/nowhere")).ShouldBe(missing);
        using var reply = await sandbox.Client.GetAsync("/v0/customers/teapot");
        reply.Headers.GetValues("X-Pot").ShouldBe(["tea"]);
        reply.Headers.GetValues("Date").Count().ShouldBe(1);
    }

    /// <summary>A stub that could match by its path, and does not by its method: WireMock.Net is asked, and the vendor answers.</summary>
    [Fact]
    public async Task What_a_stub_of_the_same_path_does_not_match_the_vendor_answers_byte_for_byte()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var before = await WireAsync(sandbox, StubSandbox.Get);
        var missing = await WireAsync(sandbox, "/nowhere");

        await sandbox.StubAsync("""{"Request": {"Methods": ["DELETE"]}, "Response": {"StatusCode": 204}}""");

        (await WireAsync(sandbox, StubSandbox.Get)).ShouldBe(before);
        (await WireAsync(sandbox, "/nowhere")).ShouldBe(missing);
        using var gone = await sandbox.Client.DeleteAsync(StubSandbox.Get);
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_stub_answers_before_credentials_are_looked_at()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync(Teapot);
        using var stranger = sandbox.Sandbox.Vendor(StubSandbox.Vendor).CreateStranger();

        (await stranger.GetAsync("/v0/customers/teapot")).StatusCode.ShouldBe((HttpStatusCode)418);
        (await stranger.GetAsync(StubSandbox.Get)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Bodies_queries_headers_and_cookies_reach_the_matchers()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""
            {
              "Request": {
                "Path": {"Matchers": [{"Name": "RegexMatcher", "Pattern": "^/v0/orders/\\d+$"}]}, "Methods": ["POST"],
                "Params": [{"Name": "dry", "Matchers": [{"Name": "ExactMatcher", "Pattern": "yes"}]}],
                "Headers": [{"Name": "X-Kind", "Matchers": [{"Name": "WildcardMatcher", "Pattern": "ur*"}]}],
                "Cookies": [{"Name": "lang", "Matchers": [{"Name": "ExactMatcher", "Pattern": "pt"}]}],
                "Body": {"Matcher": {"Name": "JsonPartialMatcher", "Pattern": {"item": {"size": 3}}}}
              },
              "Response": {"StatusCode": 201, "BodyAsJson": {"ok": true}}
            }
            """);

        (await PostAsync(sandbox, "/v0/orders/17?dry=yes", "urgent", "pt", """{"item": {"size": 3, "name": "x"}}""")).ShouldBe(HttpStatusCode.Created);
        (await PostAsync(sandbox, "/v0/orders/17?dry=no", "urgent", "pt", """{"item": {"size": 3}}""")).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(sandbox, "/v0/orders/17?dry=yes", "calm", "pt", """{"item": {"size": 3}}""")).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(sandbox, "/v0/orders/17?dry=yes", "urgent", "en", """{"item": {"size": 3}}""")).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(sandbox, "/v0/orders/17?dry=yes", "urgent", "pt", """{"item": {"size": 4}}""")).ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(sandbox, "/v0/orders/x?dry=yes", "urgent", "pt", """{"item": {"size": 3}}""")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Scenarios_priorities_and_templates_are_WireMock_Nets()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""
            [
              {"Scenario": "flaky", "SetStateTo": "up", "Request": {"Path": "/flaky"}, "Response": {"StatusCode": 503}},
              {"Scenario": "flaky", "WhenStateIs": "up", "Request": {"Path": "/flaky"}, "Response": {"StatusCode": 200}},
              {"Priority": 2, "Request": {"Path": "/first*"}, "Response": {"Body": "later"}},
              {"Priority": 1, "Request": {"Path": "/first"}, "Response": {"Body": "sooner"}},
              {"Request": {"Path": "/echo/*"}, "Response": {"Body": "{{request.pathsegments.[1]}} {{request.query.a}}", "UseTransformer": true}}
            ]
            """);

        (await sandbox.GetAsync("/flaky")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await sandbox.GetAsync("/flaky")).Status.ShouldBe(HttpStatusCode.OK);
        (await sandbox.GetAsync("/first")).Body.ShouldBe("sooner");
        (await sandbox.GetAsync("/firstly")).Body.ShouldBe("later");
        (await sandbox.GetAsync("/echo/hello?a=7")).Body.ShouldBe("hello 7");
    }

    /// <summary>The vendor is replaced while stubs are asked: what no stub matches then is answered by the vendor as it is now.</summary>
    [Fact]
    public async Task A_delayed_stub_holds_up_no_reload_and_what_was_not_matched_begins_anew()
    {
        using var folder = new TemporaryFolder();
        folder.CopyOf(RepositoryFiles.PathOf("specs", StubSandbox.Vendor));
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { Specs = folder.Path });
        var before = await sandbox.GetAsync(StubSandbox.Get);
        await sandbox.StubAsync("""{"Request": {"Path": "/slow"}, "Response": {"Body": "at last", "Delay": 4000}}""");
        await sandbox.StubAsync("""{"Request": {"Path": "/v0/customers/*", "Headers": [{"Name": "X", "Matchers": [{"Name": "RegexMatcher", "Pattern": "^(a+)+$"}]}]}, "Response": {"Body": "x"}}""");
        using var doubtful = new HttpRequestMessage(HttpMethod.Get, StubSandbox.Get);
        doubtful.Headers.Add("X", new string('a', 40) + "!");
        var (slow, late) = (sandbox.GetAsync("/slow"), sandbox.Client.SendAsync(doubtful));
        await Task.Delay(500, TestContext.Current.CancellationToken);

        File.AppendAllText(folder.Of(StubSandbox.Vendor, "vendor.yaml"), "\n# changed\n");
        var (status, body) = await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Post, "/__admin/reload", "{}", null);

        status.ShouldBe(HttpStatusCode.OK, body);
        StubSandbox.Json(body)["changed"]!.AsArray().Count.ShouldBe(1);
        (slow.IsCompleted, late.IsCompleted).ShouldBe((false, false));
        (await slow).Body.ShouldBe("at last");
        using var reply = await late;
        (await reply.Content.ReadAsStringAsync()).ShouldBe(before.Body);
    }

    [Fact]
    public async Task A_stub_that_takes_long_holds_up_no_stop()
    {
        var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""{"Request": {"Path": "/slow"}, "Response": {"Body": "at last", "Delay": 600000}}""");
        var slow = sandbox.GetAsync("/slow");
        await Task.Delay(300, TestContext.Current.CancellationToken);

        await sandbox.Sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        var (status, body) = await slow;
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.ShouldContain("the sandbox stops");
        sandbox.Client.Dispose();
        sandbox.Control.Dispose();
    }

    /// <summary>The faults of WireMock.Net, its own random ones included, and replies without a body.</summary>
    [Fact]
    public async Task Empty_replies_and_HEAD_are_sent_whole()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""
            [
              {"Request": {"Path": "/empty"}, "Response": {"StatusCode": 200, "Body": "lost", "Fault": {"Type": "EMPTY_RESPONSE"}}},
              {"Request": {"Path": "/gone"}, "Response": {"StatusCode": 204}},
              {"Request": {"Path": "/bytes"}, "Response": {"BodyAsBytes": "AAEC/w==", "Headers": {"Content-Type": "application/x-thing", "X-Many": ["a", "b"]}}}
            ]
            """);

        (await sandbox.GetAsync("/empty")).ShouldBe((HttpStatusCode.OK, ""));
        (await sandbox.GetAsync("/gone")).ShouldBe((HttpStatusCode.NoContent, ""));
        using var bytes = await sandbox.Client.GetAsync("/bytes");
        (await bytes.Content.ReadAsByteArrayAsync()).ShouldBe([0, 1, 2, 255]);
        bytes.Content.Headers.ContentType!.ToString().ShouldBe("application/x-thing");
        bytes.Headers.GetValues("X-Many").ShouldBe(["a", "b"]);
        using var head = await sandbox.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/bytes"));
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.ShouldBe(4);
    }

    [Fact]
    public async Task A_browsers_page_reads_a_stub_and_its_own_headers_count()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""
            [
              {"Request": {"Path": "/plain"}, "Response": {"Body": "x"}},
              {"Request": {"Path": "/own"}, "Response": {"Body": "x", "Headers": {"Access-Control-Allow-Origin": "https://one.example"}}}
            ]
            """);

        (await OriginAsync("/plain")).ShouldBe(["https://page.example"]);
        (await OriginAsync("/own")).ShouldBe(["https://one.example"]);

        async Task<IEnumerable<string>> OriginAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Origin", "https://page.example");
            using var reply = await sandbox.Client.SendAsync(request);
            return [.. reply.Headers.GetValues("Access-Control-Allow-Origin")];
        }
    }

    [Fact]
    public async Task A_stub_that_fails_is_named_and_the_server_goes_on()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""{"Guid": "11111111-2222-4333-8444-555555555555", "Title": "broken", "Request": {"Path": "/broken"}, "Response": {"Body": "{{#if true}}x", "UseTransformer": true}}""");

        var (status, body) = await sandbox.GetAsync("/broken");

        status.ShouldBe(HttpStatusCode.InternalServerError);
        ((string)StubSandbox.Json(body)["error"]!).ShouldStartWith("the stub 11111111-2222-4333-8444-555555555555 'broken' failed: ");
        ((string)StubSandbox.Json(body)["stub"]!).ShouldBe("11111111-2222-4333-8444-555555555555");
        (await sandbox.GetAsync(StubSandbox.Get)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stub_whose_status_is_none_fails_and_says_so()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync("""{"Request": {"Path": "/zero"}, "Response": {"StatusCode": 0}}""");

        var (status, body) = await sandbox.GetAsync("/zero");

        status.ShouldBe(HttpStatusCode.InternalServerError);
        body.ShouldContain("its status is 0");
    }

    [Fact]
    public async Task Stubs_and_vendor_answer_right_under_load_while_stubs_come_and_go()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync(Teapot);
        var expected = (await sandbox.GetAsync(StubSandbox.Get)).Body;
        using var stop = new CancellationTokenSource();
        var changing = Task.Run(async () =>
        {
            var changes = 0;
            for (; !stop.IsCancellationRequested; changes++)
            {
                await sandbox.StubAsync($$$"""{"Guid": "aaaaaaaa-2222-4333-8444-555555555555", "Request": {"Path": "/other/{{{changes}}}"}, "Response": {}}""");
                (await sandbox.AdminAsync(HttpMethod.Delete, "/mappings/aaaaaaaa-2222-4333-8444-555555555555")).Status.ShouldBe(HttpStatusCode.OK);
            }

            return changes;
        });

        var wrong = 0;
        await Parallel.ForAsync(0, 3000, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (i, _) =>
        {
            var right = i % 2 == 0 ? (await sandbox.GetAsync("/v0/customers/teapot")).Body == "short and stout" : (await sandbox.GetAsync(StubSandbox.Get)).Body == expected;
            if (!right) Interlocked.Increment(ref wrong);
        });
        await stop.CancelAsync();

        (await changing).ShouldBeGreaterThan(3);
        wrong.ShouldBe(0);
    }

    private static async Task<HttpStatusCode> PostAsync(StubSandbox sandbox, string path, string kind, string language, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Kind", kind);
        request.Headers.Add("Cookie", "lang=" + language);
        using var reply = await sandbox.Client.SendAsync(request);
        return reply.StatusCode;
    }

    /// <summary>All of a reply but its date.</summary>
    private static async Task<string> WireAsync(StubSandbox sandbox, string path)
    {
        using var reply = await sandbox.Client.GetAsync(path);
        var headers = reply.Headers.Concat(reply.Content.Headers).Where(header => header.Key is not "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{(int)reply.StatusCode}\n{string.Join('\n', headers)}\n\n{await reply.Content.ReadAsStringAsync()}";
    }
}
