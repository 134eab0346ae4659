using System.Net;

namespace MockCustomers.Stubs.Tests;

/// <summary>A stub belongs to a session.</summary>
public sealed class SessionStubTests
{
    private const string Stub = """{"Request": {"Path": "/mine"}, "Response": {"Body": "mine"}}""";

    [Fact]
    public async Task A_stub_of_a_session_answers_that_session_alone()
    {
        await using var sandbox = await StubSandbox.StartAsync();

        await sandbox.StubAsync(Stub, "one");

        (await sandbox.GetAsync("/mine", "one")).Body.ShouldBe("mine");
        (await sandbox.GetAsync("/mine", "two")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        StubSandbox.Json((await sandbox.AdminAsync(HttpMethod.Get, "/mappings", session: "one")).Body).AsArray().Count.ShouldBe(1);
        StubSandbox.Json((await sandbox.AdminAsync(HttpMethod.Get, "/mappings")).Body).AsArray().Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_stub_of_the_default_session_answers_no_other()
    {
        await using var sandbox = await StubSandbox.StartAsync();

        await sandbox.StubAsync(Stub);

        (await sandbox.GetAsync("/mine")).Body.ShouldBe("mine");
        (await sandbox.GetAsync("/mine", "one")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_key_of_a_session_finds_its_stubs()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var (_, opened) = await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Post, "/__admin/sessions", """{"name": "keyed"}""", null);
        var access = StubSandbox.Json(opened)["vendors"]![StubSandbox.Vendor]!;
        await sandbox.StubAsync(Stub, "keyed");
        using var client = sandbox.Sandbox.Vendor(StubSandbox.Vendor).CreateStranger();
        client.DefaultRequestHeaders.TryAddWithoutValidation((string)access["header"]!, (string)access["value"]!);

        (await client.GetStringAsync("/mine")).ShouldBe("mine");
    }

    [Fact]
    public async Task A_closed_session_takes_its_stubs_with_it()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync(Stub, "one");

        (await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Delete, "/__admin/sessions/one", null, null)).Status.ShouldBe(HttpStatusCode.OK);

        (await sandbox.GetAsync("/mine", "one")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_session_that_is_reset_has_no_stubs_of_its_own()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        await sandbox.StubAsync(Stub);

        (await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Post, "/__admin/sessions/default/reset", "{}", null)).Status.ShouldBe(HttpStatusCode.OK);

        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        await sandbox.StubAsync(Stub);
        (await sandbox.GetAsync("/mine")).Body.ShouldBe("mine");
    }

    [Fact]
    public async Task There_is_a_bound_of_sessions_with_stubs()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        HttpStatusCode status = default;
        var body = "";
        var made = 0;
        for (; made < 120; made++)
        {
            (status, body) = await sandbox.AdminAsync(HttpMethod.Post, "/mappings", Stub, $"s{made}");
            if (status != HttpStatusCode.Created) break;
        }

        made.ShouldBe(100);
        status.ShouldBe(HttpStatusCode.TooManyRequests);
        body.ShouldContain("100 sessions have stubs of their own");
        (await sandbox.GetAsync("/mine", "s99")).Body.ShouldBe("mine");
    }
}
