using System.Net;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace MockCustomers.Stubs.Tests;

/// <summary>WireMock.Net's fluent interface, over a sandbox in the test's own process.</summary>
public sealed class FluentTests
{
    [Fact]
    public async Task A_scenario_over_a_vendor()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var stubs = sandbox.Sandbox.Vendor(StubSandbox.Vendor).Stubs;
        stubs.Given(Request.Create().WithPath("/v0/customers/*").UsingGet()).InScenario("flaky").WillSetStateTo("up").RespondWith(Response.Create().WithStatusCode(503));

        (await sandbox.GetAsync(StubSandbox.Get)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await sandbox.GetAsync(StubSandbox.Get)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stub_that_is_completed_later_answers_from_then_on()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var stubs = sandbox.Sandbox.Vendor(StubSandbox.Vendor).Stubs;
        var begun = stubs.Given(Request.Create().WithPath("/late"));
        (await sandbox.GetAsync("/late")).Status.ShouldBe(HttpStatusCode.NotFound);

        begun.RespondWith(Response.Create().WithBody("late"));
        (await sandbox.GetAsync("/late")).Body.ShouldBe("late");
        stubs.Reset();
        (await sandbox.GetAsync("/late")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Stubs_go_on_after_the_session_was_reset_and_end_with_it()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var stubs = sandbox.Sandbox.NewSession("one").Vendor(StubSandbox.Vendor).Stubs;
        stubs.Given(Request.Create().WithPath("/before")).RespondWith(Response.Create().WithBody("before"));
        (await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Post, "/__admin/sessions/one/reset", "{}", null)).Status.ShouldBe(HttpStatusCode.OK);

        stubs.Given(Request.Create().WithPath("/after")).RespondWith(Response.Create().WithBody("after"));
        (await sandbox.GetAsync("/before", "one")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sandbox.GetAsync("/after", "one")).Body.ShouldBe("after");

        (await StubSandbox.SendAsync(sandbox.Control, HttpMethod.Delete, "/__admin/sessions/one", null, null)).Status.ShouldBe(HttpStatusCode.OK);
        Should.Throw<InvalidOperationException>(() => stubs.Given(Request.Create())).Message.ShouldContain("was closed");
    }

    [Fact]
    public async Task Stubs_of_a_named_session()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        sandbox.Sandbox.NewSession("one").Vendor(StubSandbox.Vendor).Stubs.Given(Request.Create().WithPath("/mine")).RespondWith(Response.Create().WithBody("mine"));

        (await sandbox.GetAsync("/mine", "one")).Body.ShouldBe("mine");
        (await sandbox.GetAsync("/mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        Should.Throw<ArgumentException>(() => sandbox.Sandbox.Vendor("nobody"));
        Should.Throw<ArgumentException>(() => sandbox.Sandbox.NewSession("no name"));
    }

    [Fact]
    public async Task A_customer_of_the_sandbox_changed_by_a_merge_patch()
    {
        await using var sandbox = await StubSandbox.StartAsync();
        var before = StubSandbox.Json((await sandbox.GetAsync(StubSandbox.Get)).Body).AsObject();
        sandbox.Sandbox.Vendor(StubSandbox.Vendor).Stubs.Given(Request.Create().WithPath("/changed"))
            .RespondWith(Response.Create().WithCustomer(StubSandbox.Known, """{"email": "other@example.com", "status": null, "extra": {"a": [1, {"b": null}]}}"""));
        sandbox.Sandbox.Vendor(StubSandbox.Vendor).Stubs.Given(Request.Create().WithPath("/nobody")).WithTitle("nobody").RespondWith(Response.Create().WithCustomer("nobody"));
        sandbox.Sandbox.Vendor(StubSandbox.Vendor).Stubs.Given(Request.Create().WithPath("/same")).RespondWith(Response.Create().WithCustomer(StubSandbox.Known, new { }).WithStatusCode(202));

        var changed = StubSandbox.Json((await sandbox.GetAsync("/changed")).Body).AsObject();
        ((string)changed["email"]!).ShouldBe("other@example.com");
        changed.ContainsKey("status").ShouldBeFalse();
        changed["extra"]!.ToJsonString().ShouldBe("""{"a":[1,{"b":null}]}""");
        changed.Select(pair => pair.Key).Take(3).ShouldBe(before.Select(pair => pair.Key).Where(key => key != "status").Take(3), "the order stays");
        var (status, body) = await sandbox.GetAsync("/nobody");
        status.ShouldBe(HttpStatusCode.InternalServerError);
        body.ShouldContain("nobody has the id 'nobody'");
        (await sandbox.GetAsync("/same")).Status.ShouldBe(HttpStatusCode.Accepted);
    }
}
