using System.Net;
using MockCustomers.Diagnostics;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

public sealed class SandboxTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task A_client_reaches_its_vendor_with_the_addresses_of_the_vendors_own_pages(string vendor)
    {
        var host = fixture.Sandbox.Host(vendor);
        using var client = fixture.Sandbox.Vendor(vendor).CreateClient();
        using var stranger = fixture.Sandbox.Vendor(vendor).CreateStranger();
        var printed = host.Vendor.Example(host.Vendor.Operations.First(o => o.ActionName == "fetch")).Target;
        printed.ShouldStartWith(host.Vendor.ClientPath + "/");
        foreach (var address in new[] { printed, printed[(host.Vendor.ClientPath.Length + 1)..] })
        {
            using var reply = await client.GetAsync(address);
            reply.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            using var refusal = await stranger.GetAsync(address);
            refusal.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, address);
        }
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public void A_version_that_every_path_begins_with_is_part_of_the_base_address(string vendor)
    {
        var host = fixture.Sandbox.Host(vendor);
        var shared = host.Vendor.Operations.Select(o => o.Template.Path.Split('/')[1..^1].TakeWhile(part => !part.StartsWith('{')).ToList()).ToList();
        var common = shared[0].TakeWhile((part, place) => shared.TrueForAll(path => place < path.Count && path[place] == part));
        foreach (var part in common.Where(part => part is "api" or ['v', >= '0' and <= '9', ..])) host.Vendor.ClientPath.Split('/').ShouldContain(part);
    }

    [Fact]
    public async Task Two_sandboxes_run_side_by_side()
    {
        var vendor = fixture.Sandbox.Vendors[0];
        await using var other = await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [vendor] }));
        other.Vendors.ShouldBe([vendor]);
        other.Control.ShouldNotBe(fixture.Sandbox.Control);
        using var one = fixture.Sandbox.ControlClient();
        using var two = other.ControlClient();
        (await one.GetStringAsync("health/ready")).ShouldContain("\"ready\"");
        (await two.GetStringAsync("health/ready")).ShouldContain("\"ready\"");
    }

    [Fact]
    public async Task Nothing_listens_after_disposal()
    {
        var sandbox = await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [fixture.Sandbox.Vendors[0]] }));
        using var client = sandbox.ControlClient();
        await client.GetStringAsync("health/live");
        await sandbox.DisposeAsync();
        await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync("health/live"));
    }

    [Fact]
    public async Task A_vendor_that_is_not_there_stops_the_start()
    {
        var exception = await Should.ThrowAsync<InvalidSandboxException>(() => Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = ["nobody"] })));
        exception.Message.ShouldContain("there is no vendor 'nobody'; one of: ");
        Should.Throw<ArgumentException>(() => fixture.Sandbox.Vendor("nobody").CreateClient());
    }
}
