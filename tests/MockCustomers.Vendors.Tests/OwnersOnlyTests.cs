using System.Text.Json.Nodes;
using MockCustomers.Server;
using MockCustomers.Server.Control;
using MockCustomers.Testing;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests;

/// <summary>The control port is the owner's: on every route each kind of foreign request is refused, on loopback and off it.</summary>
public sealed class OwnersOnlyTests(OwnersOnlyTests.TwoSandboxes sandboxes) : IClassFixture<OwnersOnlyTests.TwoSandboxes>
{
    private const string Json = "application/json";
    private const string Named = "sandbox.example";

    /// <summary>Every route of the control port that is not open to everybody.</summary>
    public static TheoryData<string, string> Guarded() => Of(route => !route.IsOpen);

    /// <summary>Those of them that want the token.</summary>
    public static TheoryData<string, string> WithToken() => Of(route => route is { IsOpen: false, IsWithoutToken: false });

    /// <summary>Those of them that a browser opens by their address.</summary>
    public static TheoryData<string, string> ForReaders() => Of(route => route.IsWithoutToken);

    public static TheoryData<string, string> Open() => Of(route => route.IsOpen);

    [Theory, MemberData(nameof(Guarded))]
    public async Task A_page_of_another_site_is_refused(string method, string path)
    {
        foreach (var origin in new[] { "https://evil.example", "null", "http://127.0.0.1:1", "http://localhost", "evil", "" })
            (await AskAsync(sandboxes.Loopback, method, path, ("Origin", origin))).Status.ShouldBe(403, origin);
        (await AskAsync(sandboxes.Loopback, method, path, ("Origin", sandboxes.Loopback.Control))).Status.ShouldNotBe(403);
    }

    [Theory, MemberData(nameof(Guarded))]
    public async Task A_host_name_that_is_not_the_owners_is_refused(string method, string path)
    {
        foreach (var host in new[] { "evil.example", "evil.example:4010", "127.0.0.1.evil.example", "localhost.evil.example", "1", "sandbox.example.evil" })
            (await AskAsync(sandboxes.Loopback, method, path, ("Host", host))).Status.ShouldBe(403, host);
        foreach (var host in new[] { "127.0.0.1", "127.0.0.1:4010", "10.1.2.3", "[::1]", "[::1]:4010", "localhost", "LocalHost:4010", Named, Named + ":80" })
            (await AskAsync(sandboxes.Loopback, method, path, ("Host", host))).Status.ShouldNotBe(403, host);
    }

    [Theory, MemberData(nameof(Guarded))]
    public async Task What_changes_something_is_sent_as_json(string method, string path)
    {
        foreach (var type in new[] { "text/plain", "text/plain;application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "" })
        {
            var status = (await AskAsync(sandboxes.Loopback, method, path, ("Content-Type", type))).Status;
            // To WireMock's clients a request without a body is as good with any type: some always name one.
            (status == 415).ShouldBe(method != "GET" && (method != "DELETE" || !path.StartsWith("/vendors/", StringComparison.Ordinal)), type);
        }

        (await AskAsync(sandboxes.Loopback, method, path, ("Content-Type", "application/json; charset=utf-8"))).Status.ShouldNotBe(415);
    }

    [Theory, MemberData(nameof(WithToken))]
    public async Task Off_loopback_the_token_is_wanted(string method, string path)
    {
        foreach (var wrong in new[] { null, "", "Bearer", "Bearer ", "Bearer wrong", "Bearer right-token-and-more", "Bearer right-toke", "Basic right-token", "right-token" })
        {
            var refused = await AskAsync(sandboxes.Everywhere, method, path, ("Authorization", wrong));
            refused.Status.ShouldBe(401, wrong);
            refused["WWW-Authenticate"]!.ShouldStartWith("Bearer");
        }

        (await AskAsync(sandboxes.Everywhere, method, path, ("Authorization", "Bearer " + TwoSandboxes.Token))).Status.ShouldBeOneOf(200, 201, 400, 404);
        (await AskAsync(sandboxes.Loopback, method, path, ("Authorization", null))).Status.ShouldBeOneOf(200, 201, 400, 404);
    }

    [Theory, MemberData(nameof(ForReaders))]
    public async Task What_a_browser_opens_wants_no_token(string method, string path)
    {
        method.ShouldBe("GET");
        (await AskAsync(sandboxes.Everywhere, method, path, ("Authorization", null))).Status.ShouldBeOneOf(200, 404, 501);
    }

    [Theory, MemberData(nameof(Open))]
    public async Task Health_is_open_to_everybody(string method, string path)
    {
        foreach (var sandbox in new[] { sandboxes.Loopback, sandboxes.Everywhere })
            foreach (var header in new[] { ("Origin", "https://evil.example"), ("Host", "pod-7.cluster.example"), ("Authorization", (string?)"Bearer wrong") })
                (await AskAsync(sandbox, method, path, header)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_unknown_path_tells_a_stranger_nothing_and_the_owner_what_was_meant()
    {
        (await AskAsync(sandboxes.Loopback, "GET", "/__admin/clokc", ("Host", "evil.example"))).Text.ShouldNotContain("clock");
        var told = await AskAsync(sandboxes.Loopback, "GET", "/__admin/clokc");
        told.Status.ShouldBe(404);
        Error(told).ShouldContain("did you mean /__admin/clock?");
    }

    [Theory]
    [InlineData("POST", "/__admin/mappings/import")]
    [InlineData("GET", "/__admin/mappings")]
    [InlineData("PUT", "/__admin/scenarios/mine/state")]
    public async Task A_client_of_WireMock_that_names_no_vendor_is_told_where_each_vendors_stubs_are(string method, string path)
    {
        var told = await AskAsync(sandboxes.Loopback, method, path);
        told.Status.ShouldBe(404);
        Error(told).ShouldEndWith("each vendor has its own: /vendors/{vendor}" + path);
    }

    [Fact]
    public async Task A_token_is_made_where_none_is_given_and_is_another_one_each_time()
    {
        AdminToken.For("127.0.0.1", null).ShouldBeNull();
        AdminToken.For("::1", "").ShouldBeNull();
        AdminToken.For("localhost", null).ShouldBeNull();
        AdminToken.For("localhost", "given")!.IsMade.ShouldBeFalse();
        var one = AdminToken.For("0.0.0.0", null)!;
        one.IsMade.ShouldBeTrue();
        one.Text.Length.ShouldBeGreaterThanOrEqualTo(32);
        AdminToken.For("*", "")!.Text.ShouldNotBe(one.Text);
        using var owner = sandboxes.Everywhere.ControlClient();
        (await owner.GetStringAsync("__admin/clock")).ShouldContain("now");
    }

    [Theory]
    [InlineData("", 400, "the body is missing")]
    [InlineData("{", 400, "cannot be read as JSON")]
    [InlineData("""{"advance": "PT1S", "advance": "PT2S"}""", 400, "cannot be read as JSON")]
    [InlineData("[]", 400, "#: [] does not fit; an object with advance")]
    [InlineData("{}", 400, "#: nothing is asked of the clock; one of: ")]
    [InlineData("""{"advanec": "PT1S"}""", 400, "#/advanec: unknown key 'advanec'; did you mean advance?")]
    [InlineData("""{"advance": 60}""", 400, "#/advance: 60 does not fit; a period of ISO 8601")]
    [InlineData("""{"advance": "-PT1S"}""", 400, "#/advance: '-PT1S' does not fit")]
    [InlineData("""{"advance": "P99Y"}""", 400, "2099")]
    public async Task A_body_that_does_not_fit_is_told_with_a_pointer(string body, int status, string told)
    {
        using var wire = new Connection(new Uri(sandboxes.Loopback.Control));
        var answer = await wire.SendAsync("POST", "/__admin/clock", body, [("Content-Type", Json)]);
        answer.Status.ShouldBe(status, answer.Text);
        Error(answer).ShouldContain(told);
    }

    [Fact]
    public async Task The_clock_goes_forward()
    {
        using var wire = new Connection(new Uri(sandboxes.Loopback.Control));
        var before = Now(await wire.SendAsync("GET", "/__admin/clock"));
        Now(await wire.SendAsync("POST", "/__admin/clock", """{"advance": "PT60S"}""", [("Content-Type", Json)])).ShouldBe(before.AddSeconds(60));
        Now(await wire.SendAsync("GET", "/__admin/clock")).ShouldBe(before.AddSeconds(60));
        var refused = await wire.SendAsync("DELETE", "/__admin/clock");
        refused.Status.ShouldBe(405);
        refused["Allow"].ShouldBe("GET, HEAD, POST");
    }

    private static DateTimeOffset Now(Answer answer) => JsonNode.Parse(answer.Text)!["now"]!.GetValue<DateTimeOffset>();

    private static string Error(Answer answer) => JsonNode.Parse(answer.Text)!["error"]!.GetValue<string>();

    /// <summary>Asks as the owner would, but for one header.</summary>
    private static async Task<Answer> AskAsync(Sandbox sandbox, string method, string path, (string Name, string? Value) other = default)
    {
        var url = new Uri(sandbox.Control);
        var headers = new Dictionary<string, string?> { ["Host"] = url.Authority, ["Authorization"] = sandbox.Settings.AdminToken is { } token ? "Bearer " + token : null };
        var body = method is "POST" or "PUT" ? "{}" : "";
        if (body.Length > 0) headers["Content-Type"] = Json;
        if (other.Name is not null) headers[other.Name] = other.Value;
        var lines = string.Concat(headers.Where(h => h.Value is not null).Select(h => $"{h.Key}: {h.Value}\r\n"));
        using var wire = new Connection(url);
        return await wire.SendRawAsync(System.Text.Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\n{lines}Content-Length: {body.Length}\r\n\r\n{body}"));
    }

    /// <remarks>A stream would not end; that it is asked for in a wrong way is told to the owner alone.</remarks>
    private static TheoryData<string, string> Of(Func<ControlRoute, bool> isMeant)
    {
        var resources = ControlResources.Of(new SandboxServer(new SandboxSettings { Specs = "", Fixtures = "" }));
        var data = new TheoryData<string, string>();
        foreach (var route in new ControlApi(resources, new OwnersOnly([], null), null).Routes.Where(isMeant))
            data.Add(route.Method, route.Path.Fill(name => name) + (route.Path.Path == "/__admin/events" ? "?types=none" : ""));
        return data;
    }

    /// <summary>A sandbox on loopback, and one that listens on every address.</summary>
    public sealed class TwoSandboxes : IAsyncLifetime
    {
        public const string Token = "right-token";

        public Sandbox Loopback { get; private set; } = null!;

        public Sandbox Everywhere { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var one = SandboxFolder.Names(Vendors.Shipped)[0];
            Loopback = await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [one], ControlHosts = [Named] }));
            Everywhere = await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [one], Host = "0.0.0.0", AdminToken = Token }));
        }

        public async ValueTask DisposeAsync()
        {
            await Loopback.DisposeAsync();
            await Everywhere.DisposeAsync();
        }
    }
}
