using System.Net;
using System.Text;
using MockCustomers.Auth;
using MockCustomers.WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace MockCustomers.Stubs.Tests;

/// <summary>A vendor in a WireMockServer that a test has already.</summary>
public sealed class VendorInWireMockTests
{
    [Fact]
    public async Task The_vendor_answers_what_no_stub_of_the_server_matches()
    {
        using var server = WireMockServer.Start();
        await using var sandbox = await server.AddVendorAsync(StubSandbox.Vendor);
        server.Given(Request.Create().WithPath("/mine")).RespondWith(Response.Create().WithBody("mine"));
        using var client = sandbox.Vendor(StubSandbox.Vendor).CreateClient();
        var own = await client.GetStringAsync(StubSandbox.Get);
        client.DefaultRequestHeaders.Host = new Uri(server.Url!).Authority;

        using var through = server.CreateClient();
        var (header, value) = sandbox.Host(StubSandbox.Vendor).Credential;
        through.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        (await through.GetStringAsync("/mine")).ShouldBe("mine");
        using var reply = await through.GetAsync(StubSandbox.Get);
        (await reply.Content.ReadAsStringAsync()).ShouldBe(own);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await through.GetAsync("/nowhere")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = server.CreateClient();
        (await stranger.GetAsync(StubSandbox.Get)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var created = new StringContent("""{"nothing": true}""", Encoding.UTF8, "application/json");
        ((int)(await through.PostAsync("/v0/customers", created)).StatusCode).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task Options_count_and_a_vendor_that_is_none_is_refused()
    {
        using var server = WireMockServer.Start();
        await using var sandbox = await server.AddVendorAsync(StubSandbox.Vendor, o => o.Credentials(AuthMode.Off));

        using var stranger = server.CreateClient();
        (await stranger.GetAsync(StubSandbox.Get)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<ArgumentException>(() => server.AddVendorAsync("nobody"));
    }
}
