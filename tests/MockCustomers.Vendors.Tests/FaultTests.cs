using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>Faults that a test asks for, over real connections.</summary>
public sealed class FaultTests
{
    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_first_two_calls_fail_in_the_vendors_words_and_the_third_does_not(string vendor)
    {
        await using var sandbox = await StartAsync(vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        var target = tested.Example(tested.Fetch);
        await AddAsync(sandbox, new JsonObject { ["vendor"] = vendor, ["operation"] = tested.Fetch.Operation.Id, ["when"] = new JsonObject { ["times"] = 2 }, ["reply"] = new JsonObject { ["code"] = 503, ["retryAfter"] = "PT7S" } });
        var asked = await tested.GetAsync(target, ("Prefer", "code=503"));
        for (var i = 0; i < 2; i++)
        {
            var failed = await tested.GetAsync(target);
            failed.Status.ShouldBe(503);
            failed["Retry-After"].ShouldBe("7");
            failed.Text.ShouldBe(asked.Text);
        }

        (await tested.GetAsync(target)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Times_are_exact_under_load_and_chances_are_the_same_on_every_run()
    {
        var vendor = Server.SandboxFolder.Names(Vendors.Shipped)[0];
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var sandbox = await StartAsync(vendor);
            using var tested = new VendorUnderTest(sandbox.Host(vendor));
            using var client = sandbox.Vendor(vendor).CreateClient();
            var address = sandbox.Host(vendor).Url + tested.Example(tested.Fetch);
            await AddAsync(sandbox, new JsonObject { ["when"] = new JsonObject { ["times"] = 50 }, ["reply"] = new JsonObject { ["code"] = 500 } });
            var statuses = await Task.WhenAll(Enumerable.Range(0, 400).Select(async _ => (int)(await client.GetAsync(address)).StatusCode));
            statuses.Count(s => s == 500).ShouldBe(50);

            using var control = sandbox.ControlClient();
            (await control.DeleteAsync("__admin/faults")).EnsureSuccessStatusCode();
            await AddAsync(sandbox, new JsonObject { ["when"] = new JsonObject { ["rate"] = 0.3 }, ["reply"] = new JsonObject { ["code"] = 500 } });
            var chances = new StringBuilder();
            for (var i = 0; i < 60; i++) chances.Append((await tested.GetAsync(tested.Example(tested.Fetch))).Status == 500 ? 'x' : '.');
            runs.Add(chances.ToString());
        }

        runs[0].ShouldBe(runs[1]);
        runs[0].Count(c => c == 'x').ShouldBeInRange(5, 35);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("empty")]
    [InlineData("truncate")]
    [InlineData("malformed")]
    [InlineData("garbage")]
    public async Task A_broken_connection_is_broken_for_a_real_client(string transport)
    {
        var vendor = Server.SandboxFolder.Names(Vendors.Shipped)[0];
        await using var sandbox = await StartAsync(vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        using var client = sandbox.Vendor(vendor).CreateClient();
        var address = sandbox.Host(vendor).Url + tested.Example(tested.Fetch);
        // .NET's client asks again by itself when a connection ends without a byte.
        await AddAsync(sandbox, new JsonObject { ["transport"] = transport });
        await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync(address));
        using var control = sandbox.ControlClient();
        (await control.DeleteAsync("__admin/faults")).EnsureSuccessStatusCode();
        (await client.GetAsync(address)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Faults_stay_in_their_session_and_are_told_in_the_journal()
    {
        var vendor = Server.SandboxFolder.Names(Vendors.Shipped)[0];
        await using var sandbox = await StartAsync(vendor);
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        var target = tested.Example(tested.Fetch);
        await AddAsync(sandbox, new JsonObject { ["session"] = "a", ["id"] = "mine", ["reply"] = new JsonObject { ["code"] = 502 } });
        (await tested.GetAsync(target)).Status.ShouldBe(200);
        (await tested.GetAsync(target, ("X-Sandbox-Session", "b"))).Status.ShouldBe(200);
        (await tested.GetAsync(target, ("X-Sandbox-Session", "a"))).Status.ShouldBe(502);
        using var control = sandbox.ControlClient();
        (await control.GetStringAsync("__admin/requests?session=a")).ShouldContain("\"injected\":\"mine\"");
        (await control.GetStringAsync("__admin/faults?session=a")).ShouldContain("mine");
        (await control.GetStringAsync("__admin/faults")).ShouldNotContain("mine");
        (await control.DeleteAsync("__admin/faults/mine?session=a")).EnsureSuccessStatusCode();
        (await tested.GetAsync(target, ("X-Sandbox-Session", "a"))).Status.ShouldBe(200);
    }

    private static Task<Sandbox> StartAsync(string vendor) => Sandbox.StartAsync(o => o.With(settings => settings with { Specs = Vendors.Specs, Vendors = [vendor] }));

    private static async Task AddAsync(Sandbox sandbox, JsonObject fault)
    {
        using var control = sandbox.ControlClient();
        var (status, text) = await control.PostJsonAsync("__admin/faults", fault.ToJsonString());
        status.ShouldBe(201, text);
    }
}
