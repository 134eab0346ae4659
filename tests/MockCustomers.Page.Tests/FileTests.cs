using System.Net;
using MockCustomers.Server.Page;

namespace MockCustomers.Page.Tests;

/// <summary>The files of the page, as they are sent.</summary>
public sealed class FileTests(Stage stage) : IDisposable
{
    private const int Largest = 150 * 1024;

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(stage.Sandbox.Control) };

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("*/*", "application/json")]
    [InlineData(null, "application/json")]
    public async Task Browsers_get_the_page_and_others_a_line_of_JSON(string? accept, string type)
    {
        using var reply = await SendAsync("/", ("Accept", accept));
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Fact]
    public async Task Every_file_has_its_type_and_a_strict_policy_and_is_sent_once()
    {
        PageFiles.Names.Count.ShouldBeGreaterThan(10);
        var size = 0L;
        foreach (var name in PageFiles.Names)
        {
            using var reply = await SendAsync("/page/" + name);
            reply.StatusCode.ShouldBe(HttpStatusCode.OK, name);
            reply.Content.Headers.ContentType!.ToString().ShouldBe(Path.GetExtension(name) switch
            {
                ".html" => "text/html; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                _ => "image/svg+xml",
            });
            var policy = reply.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            reply.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            reply.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            size += (await reply.Content.ReadAsByteArrayAsync()).Length;
            using var known = await SendAsync("/page/" + name, ("If-None-Match", reply.Headers.ETag!.ToString()));
            known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            (await known.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }

        size.ShouldBeLessThan(Largest);
    }

    [Fact]
    public void No_file_names_another_host_or_writes_HTML()
    {
        PageFiles.Names.ShouldNotBeEmpty();
        foreach (var name in PageFiles.Names)
        {
            using var reader = new StreamReader(typeof(PageFiles).Assembly.GetManifestResourceStream("page/" + name)!);
            var text = reader.ReadToEnd();
            foreach (var word in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "javascript:", "style=\"" }) text.ShouldNotContain(word, customMessage: name);
            text.Split("://").Skip(1).Select(rest => rest.Split('/', '`', '\'', '"')[0]).Where(host => host is not ("www.w3.org" or "127.0.0.1:9000")).ShouldBeEmpty(name);
            text.Split('\n').Length.ShouldBeLessThanOrEqualTo(250, name);
        }
    }

    [Theory]
    [InlineData("/page/nothing.js", 404)]
    [InlineData("/page/..%2Fappsettings.json", 404)]
    [InlineData("/page/", 404)]
    [InlineData("/page", 404)]
    public async Task What_is_no_file_of_the_page_is_not_there(string path, int status)
    {
        using var reply = await SendAsync(path);
        ((int)reply.StatusCode).ShouldBe(status);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Other_sites_get_no_page(string header, string value)
    {
        using var page = await SendAsync("/", ("Accept", "text/html"), (header, value));
        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_token_is_asked_for_data_and_not_for_the_page()
    {
        await using var sandbox = await Testing.Sandbox.StartAsync(o => o.Only("jani").Population(100).With(settings => settings with { AdminToken = "open sesame" }));
        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(sandbox.Control) };
        (await stranger.GetAsync(new Uri("/page/app.js", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync(new Uri("/__admin/customers?vendor=jani", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void The_start_reads_nothing_of_the_page()
    {
        var files = new PageFiles();
        files.Read.ShouldBe(0);
        files.Find(PageFiles.Start).ShouldNotBeNull();
        files.Find("nothing.js").ShouldBeNull();
        files.Read.ShouldBe(1);
    }

    private Task<HttpResponseMessage> SendAsync(string path, params (string Name, string? Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request);
    }
}
