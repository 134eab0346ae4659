using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MockCustomers.Stubs.Tests;

/// <summary>What a stub may not do on a machine that others use.</summary>
public sealed class SafetyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("../secret.txt")]
    [InlineData("../../secret.txt")]
    [InlineData("inner/../../secret.txt")]
    [InlineData("link.txt")]
    [InlineData("linked/secret.txt")]
    [InlineData("chain.txt")]
    [InlineData("")]
    public async Task No_file_outside_of_the_folder_is_read(string name)
    {
        var files = FilesWithSecret();
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { Stubs = folder.Path });

        var (status, body) = await sandbox.AdminAsync(HttpMethod.Post, "/mappings", $$$"""{"Request": {"Path": "/f"}, "Response": {"BodyAsFile": "{{{name}}}"}}""");
        if (name.Length > 0) status.ShouldBe(HttpStatusCode.BadRequest, body);
        // A name that is filled in is known only when it is asked for.
        await sandbox.StubAsync("""{"Request": {"Path": "/t"}, "Response": {"BodyAsFile": "{{request.query.name}}", "UseTransformer": true, "UseTransformerForBodyAsFile": true}}""");
        await sandbox.StubAsync("""{"Request": {"Path": "/u"}, "Response": {"BodyAsFile": "{{request.query.name}}", "UseTransformer": true}}""");

        foreach (var path in new[] { "/t", "/u" })
        {
            var answer = await sandbox.GetAsync($"{path}?name={Uri.EscapeDataString(name)}");
            answer.Body.ShouldNotContain("top secret");
            answer.Status.ShouldBe(HttpStatusCode.InternalServerError, answer.Body);
        }

        (await sandbox.AdminAsync(HttpMethod.Get, $"/files/{Uri.EscapeDataString(name)}")).Body.ShouldNotContain("top secret");
        Directory.GetFileSystemEntries(files).Length.ShouldBe(4);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        var files = FilesWithSecret();
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { Stubs = folder.Path });
        var (here, before) = (Directory.GetFileSystemEntries(Environment.CurrentDirectory), Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories));

        (await sandbox.AdminAsync(HttpMethod.Post, "/mappings", """{"SaveToFile": true, "Request": {"Path": "/f"}, "Response": {}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await sandbox.AdminAsync(HttpMethod.Post, "/mappings/save", "{}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sandbox.AdminAsync(HttpMethod.Put, "/files/good.txt", "{}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sandbox.AdminAsync(HttpMethod.Delete, "/files/good.txt")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sandbox.AdminAsync(HttpMethod.Get, "/files/good.txt")).Body.ShouldBe("good");

        Directory.GetFileSystemEntries(Environment.CurrentDirectory).ShouldBe(here, ignoreOrder: true);
        Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).ShouldBe(before, ignoreOrder: true);
        files.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/Webhook/Request/Url", """{"Request": {"Path": "/w"}, "Response": {}, "Webhook": {"Request": {"Url": "URL", "Method": "GET"}}}""")]
    [InlineData("/Webhooks/1/Request/Url", """{"Request": {"Path": "/w"}, "Response": {}, "Webhooks": [{"Request": {"Url": "http://127.0.0.1:9/", "Method": "GET"}}, {"Request": {"Url": "URL", "Method": "GET"}}]}""")]
    [InlineData("/Response/ProxyUrl", """{"Request": {"Path": "/w"}, "Response": {"ProxyUrl": "URL"}}""")]
    [InlineData("/Response/WebProxy/Address", """{"Request": {"Path": "/w"}, "Response": {"ProxyUrl": "http://127.0.0.1:9/", "WebProxy": {"Address": "URL"}}}""")]
    public async Task Stubs_call_only_hosts_that_are_named(string pointer, string mapping)
    {
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { WebhookHosts = ["127.0.0.1:9", "hooks.example"] });
        string[] wrong =
        [
            "http://169.254.169.254/latest/meta-data", "http://localhost:9/", "http://127.0.0.1/", "http://127.0.0.1:10/", "http://[::1]:9/", "http://2130706434:9/", "http://hooks.example.evil.example/",
            "http://127.0.0.1.nip.io:9/", "http://hooks.example@evil.example/", "file:///etc/passwd", "http://{{request.query.host}}/", "http://hooks.example{{request.query.host}}/", "//hooks.example", "nonsense",
        ];
        foreach (var url in wrong)
        {
            var (status, body) = await sandbox.AdminAsync(HttpMethod.Post, "/mappings", mapping.Replace("URL", url, StringComparison.Ordinal));
            status.ShouldBe(HttpStatusCode.BadRequest, url);
            StubSandbox.Json(body)["mistakes"]!.AsArray().Select(mistake => (string)mistake!["pointer"]!).ShouldContain(pointer, url);
        }

        foreach (var url in new[] { "http://127.0.0.1:9/a", "http://hooks.example/", "https://hooks.example:444/x", "http://hooks.example/{{request.query.id}}" })
            await sandbox.StubAsync(mapping.Replace("URL", url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_default_stubs_call_nobody()
    {
        await using var sandbox = await StubSandbox.StartAsync();

        var (status, body) = await sandbox.AdminAsync(HttpMethod.Post, "/mappings", """{"Request": {"Path": "/w"}, "Response": {"ProxyUrl": "http://127.0.0.1:9/"}}""");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("it names none, so stubs call nobody");
    }

    /// <summary>A host that may be called redirects to one that may not: nobody goes there.</summary>
    [Fact]
    public async Task No_redirect_is_followed()
    {
        await using var target = new Doorbell("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret");
        await using var between = new Doorbell($"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{target.Port}/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { WebhookHosts = [$"127.0.0.1:{between.Port}"] });
        await sandbox.StubAsync($$$"""{"Request": {"Path": "/w"}, "Response": {"Body": "done"}, "Webhook": {"Request": {"Url": "http://127.0.0.1:{{{between.Port}}}/hook", "Method": "GET"} } }""");
        await sandbox.StubAsync($$$"""{"Request": {"Path": "/p"}, "Response": {"ProxyUrl": "http://127.0.0.1:{{{between.Port}}}/"} }""");

        (await sandbox.GetAsync("/w")).Body.ShouldBe("done");
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = sandbox.Client.BaseAddress };
        (await client.GetAsync("/p")).StatusCode.ShouldBe(HttpStatusCode.Found);

        between.Rings.ShouldBe(2);
        target.Rings.ShouldBe(0);
    }

    /// <summary>A path that begins with two slashes is no way to another host, and no url of a proxy is changed on its way.</summary>
    [Fact]
    public async Task A_proxy_for_everything_calls_its_own_host_alone()
    {
        await using var target = new Doorbell("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret");
        await using var real = new Doorbell("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nreal");
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { WebhookHosts = [$"127.0.0.1:{real.Port}"] });
        var proxy = $$$"""{"ProxyAndRecordSettings": {"Url": "http://127.0.0.1:{{{real.Port}}}", "SaveMapping": true} }""";
        (await sandbox.AdminAsync(HttpMethod.Post, "/settings", proxy)).Status.ShouldBe(HttpStatusCode.OK);

        (await sandbox.GetAsync("/anything")).Body.ShouldBe("real");
        (await sandbox.GetAsync($"{sandbox.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}//127.0.0.1:{target.Port}/x")).Body.ShouldNotBe("secret");
        var (refused, told) = await sandbox.AdminAsync(HttpMethod.Post, "/settings", proxy.Replace("\"SaveMapping\": true", $$$"""
            "ReplaceSettings": {"OldValue": ":{{{real.Port}}}", "NewValue": ":{{{target.Port}}}"}
            """, StringComparison.Ordinal));
        refused.ShouldBe(HttpStatusCode.BadRequest, told);
        (await sandbox.AdminAsync(HttpMethod.Post, "/mappings", $$$"""{"Request": {"Path": "/r"}, "Response": {"ProxyUrl": "http://127.0.0.1:{{{real.Port}}}", "ProxyUrlReplaceSettings": {"OldValue": "a", "NewValue": "b"} } }""")).Status
            .ShouldBe(HttpStatusCode.BadRequest);

        target.Rings.ShouldBe(0);
        // What was recorded is a stub, and holds no credential.
        var recorded = (await sandbox.AdminAsync(HttpMethod.Get, "/mappings")).Body;
        StubSandbox.Json(recorded).AsArray().Count.ShouldBe(1, recorded);
        recorded.ShouldNotContain((string)sandbox.Sandbox.Host(StubSandbox.Vendor).Credential.Value);
    }

    /// <summary>A pattern that takes ages ends after its time-out, is switched off, and the vendor answers.</summary>
    [Fact]
    public async Task A_catastrophic_pattern_ends()
    {
        var told = new List<string>();
        await using var sandbox = await StubSandbox.StartAsync(settings => settings with { OnUnexpected = (_, exception) => { lock (told) told.Add(exception.Message); } });
        await sandbox.StubAsync("""{"Request": {"Path": {"Matchers": [{"Name": "RegexMatcher", "Pattern": "^/(a+)+$"}]}}, "Response": {"Body": "x"}}""");
        await sandbox.StubAsync("""{"Request": {"Path": "/b", "Headers": [{"Name": "X", "Matchers": [{"Name": "RegexMatcher", "Pattern": "^(a+)+$"}]}]}, "Response": {"Body": "x"}}""");
        var watch = Stopwatch.StartNew();

        (await sandbox.GetAsync("/" + new string('a', 40) + "!")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/b");
        request.Headers.Add("X", new string('a', 40) + "!");
        (await sandbox.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        lock (told) told.Count(message => message.Contains("is switched off", StringComparison.Ordinal)).ShouldBe(2, string.Join('\n', told));
        watch.Restart();
        (await sandbox.GetAsync("/" + new string('a', 41) + "!")).Status.ShouldBe(HttpStatusCode.NotFound);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("""{"Request": {"Path": "/*a*a*a*a*a"}, "Response": {}}""", "/Request/Path: ")]
    [InlineData("""{"Request": {"Body": {"Matcher": {"Name": "WildcardMatcher", "Pattern": "*a*a*a*a*a"}}}, "Response": {}}""", "/Request/Body/Matcher/Pattern: ")]
    [InlineData("""{"Request": {"Body": {"Matcher": {"Name": "JsonPathMatcher", "Pattern": "$..[?(@.a =~ /^(a+)+$/)]"}}}, "Response": {}}""", "/Request/Body/Matcher/Pattern: ")]
    public async Task A_pattern_without_a_time_out_is_refused(string mapping, string told)
    {
        await using var sandbox = await StubSandbox.StartAsync();

        var (status, body) = await sandbox.AdminAsync(HttpMethod.Post, "/mappings", mapping);

        status.ShouldBe(HttpStatusCode.BadRequest, body);
        ((string)StubSandbox.Json(body)["error"]!).ShouldContain(told);
    }

    [Fact]
    public async Task A_mapping_of_100_MB_is_refused()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        using var huge = new ByteArrayContent(new byte[100 * 1024 * 1024]);
        huge.Headers.Add("Content-Type", "application/json");

        using var reply = await sandbox.Client.PostAsync("/__admin/mappings", huge);

        reply.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await sandbox.GetAsync(StubSandbox.Get)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task There_is_a_bound_of_stubs()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var thousand = "[" + string.Join(',', Enumerable.Range(0, 1000).Select(_ => """{"Request": {"Methods": ["GET"]}, "Response": {}}""")) + "]";
        for (var i = 0; i < 10; i++) await sandbox.StubAsync(thousand);

        var (status, body) = await sandbox.AdminAsync(HttpMethod.Post, "/mappings", """{"Request": {"Path": "/x"}, "Response": {}}""");

        status.ShouldBe(HttpStatusCode.TooManyRequests);
        body.ShouldContain("10000 of a vendor in a session");
        (await sandbox.AdminAsync(HttpMethod.Post, "/mappings/reset")).Status.ShouldBe(HttpStatusCode.OK);
        await sandbox.StubAsync("""{"Request": {"Path": "/x"}, "Response": {}}""");
    }

    /// <summary>The vendor's folder of files, and secrets beside it that links lead to.</summary>
    private string FilesWithSecret()
    {
        var files = Path.Combine(folder.Path, StubSandbox.Vendor, "__files");
        Directory.CreateDirectory(files);
        var secret = Path.Combine(folder.Path, StubSandbox.Vendor, "secret.txt");
        File.WriteAllText(secret, "top secret");
        File.WriteAllText(Path.Combine(files, "good.txt"), "good");
        File.CreateSymbolicLink(Path.Combine(files, "link.txt"), secret);
        Directory.CreateSymbolicLink(Path.Combine(files, "linked"), Path.GetDirectoryName(secret)!);
        // To a path of the folder itself, which leads out by another link.
        File.CreateSymbolicLink(Path.Combine(files, "chain.txt"), Path.Combine("linked", "secret.txt"));
        return files;
    }

    /// <summary>Listens on a free port, counts who comes, and answers everybody the same.</summary>
    private sealed class Doorbell : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task answering;
        private int rings;

        public Doorbell(string reply)
        {
            listener.Start();
            answering = AnswerAsync(Encoding.ASCII.GetBytes(reply));
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Rings => Volatile.Read(ref rings);

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await answering;
        }

        private async Task AnswerAsync(byte[] reply)
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref rings);
                    var stream = client.GetStream();
                    _ = await stream.ReadAsync(new byte[4096]);
                    await stream.WriteAsync(reply);
                }
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
