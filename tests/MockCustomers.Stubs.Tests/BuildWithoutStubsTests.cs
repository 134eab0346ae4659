using System.Net;
using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Stubs.Tests;

/// <summary>A build that is compiled ahead of time has no stubs, and says so.</summary>
public sealed class BuildWithoutStubsTests
{
    private static readonly SandboxSettings Settings = new()
    {
        Specs = Path.Combine(AppContext.BaseDirectory, "specs"),
        Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures"),
        Vendors = [StubSandbox.Vendor],
        PortBase = 0,
    };

    [Fact]
    public async Task Administration_names_the_full_build()
    {
        await using var sandbox = await SandboxServer.StartAsync(Settings, TestContext.Current.CancellationToken);
        var host = sandbox.Host(StubSandbox.Vendor);
        using var client = new HttpClient { BaseAddress = new Uri(host.Url) };
        client.DefaultRequestHeaders.TryAddWithoutValidation(host.Credential.Key, host.Credential.Value);

        var (status, body) = await StubSandbox.SendAsync(client, HttpMethod.Post, "/__admin/mappings", "{}", null);

        status.ShouldBe(HttpStatusCode.NotImplemented);
        ((string)StubSandbox.Json(body)["error"]!).ShouldContain("the full build has them");
        (await client.GetAsync(StubSandbox.Get)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_folder_of_stubs_is_refused()
    {
        using var folder = new TemporaryFolder();

        var refused = await Should.ThrowAsync<InvalidSandboxException>(() => SandboxServer.StartAsync(Settings with { Stubs = folder.Path }));

        refused.Diagnostics.ShouldHaveSingleItem().Problem.ShouldBe("this build has no stubs");
    }
}
