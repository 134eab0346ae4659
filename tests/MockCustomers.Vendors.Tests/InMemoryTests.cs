using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>A vendor's real host names, answered without a socket.</summary>
public sealed class InMemoryTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_operation_is_answered_as_over_a_connection(string vendor)
    {
        var sandbox = await shared.SandboxAsync();
        var compared = 0;
        foreach (var operation in sandbox.Host(vendor).Vendor.Operations)
        {
            foreach (var refused in new[] { false, true })
            {
                using var wired = sandbox.NewSession($"{vendor}-wired-{compared}");
                using var inMemory = sandbox.NewSession($"{vendor}-memory-{compared}");
                using var wire = wired.Vendor(vendor).CreateClient();
                using var memory = Client(inMemory.Vendor(vendor));
                if (refused) wire.DefaultRequestHeaders.Clear();
                if (refused) memory.DefaultRequestHeaders.Clear();
                var one = await ToldAsync(wire, operation, wired.Vendor(vendor));
                var other = await ToldAsync(memory, operation, inMemory.Vendor(vendor));
                Same(other).ShouldBe(Same(one), operation.Operation.Id);
                inMemory.Vendor(vendor).Calls.Single(operation: refused ? null : operation.Operation.Id).Status.ShouldBe(wired.Vendor(vendor).Calls.Single().Status);
                compared++;
            }
        }

        compared.ShouldBeGreaterThanOrEqualTo(2);

        // Request ids and rate limits are the session's, and so differ by its name.
        string Same(string told) => string.Join('\n', told.Split('\n').Where(line => !shared.VolatileOf(sandbox.Host(vendor)).Any(name => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))));
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task Every_server_of_the_spec_is_answered(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        one.Servers.ShouldNotBeEmpty();
        using var client = Client(one);
        var target = Target(one);
        foreach (var server in one.Servers)
        {
            var below = target[one.Host.Vendor.BasePath.Length..];
            foreach (var address in new[] { server.AbsoluteUri.TrimEnd('/') + below, $"http://{server.Host.ToUpperInvariant()}{server.AbsolutePath.TrimEnd('/')}{below}", one.BaseUrl + below })
                (await client.GetAsync(new Uri(address))).StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }

        (await client.GetAsync(new Uri(one.Servers[0], "/no/such/path"))).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        one.Calls.Count(status: 200).ShouldBe(one.Servers.Count * 3);
    }

    [Fact]
    public async Task An_unknown_host_is_refused_with_the_names_that_are_known()
    {
        var sandbox = await shared.SandboxAsync();
        using var world = sandbox.NewSession();
        using var client = new HttpClient(world.CreateHandler());
        var refused = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("https://api.unknown.example/v1/customers")));
        refused.HttpRequestError.ShouldBe(HttpRequestError.NameResolutionError);
        refused.Message.ShouldContain("no vendor of the sandbox has the host 'api.unknown.example'");
        foreach (var vendor in sandbox.Vendors)
            foreach (var server in world.Vendor(vendor).Servers) refused.Message.ShouldContain($"{server.Host} ({vendor})");
        var known = world.Vendor(sandbox.Vendors[^1]).Servers[0];
        (await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri($"{known.Scheme}://{known.Host}x/")))).Message.ShouldContain("did you mean");
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri($"https://{known.Host}:8443/")));
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task A_client_that_does_not_await_is_answered_too(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        using var memory = Client(one);
        using var wire = one.CreateStranger();

        using var reply = memory.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(one.Servers[0], Target(one))));
        using var read = new StreamReader(reply.Content.ReadAsStream());
        using var refusal = wire.Send(new HttpRequestMessage(HttpMethod.Get, Target(one)));

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await read.ReadToEndAsync()).ShouldBe(await memory.GetStringAsync(new Uri(one.Servers[0], Target(one))));
        refusal.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        one.Calls.Count().ShouldBe(3);
    }

    [Fact]
    public async Task Other_hosts_are_somebody_elses_when_a_test_says_so()
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        using var client = new HttpClient(world.CreateHandler(new Teapot()));
        (await client.GetAsync(new Uri("https://elsewhere.example/"))).StatusCode.ShouldBe((HttpStatusCode)418);
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task Every_client_of_a_factory_calls_the_world(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        var services = new ServiceCollection();
        services.AddHttpClient("its own").ConfigurePrimaryHttpMessageHandler(() => new Teapot());
        services.ConfigureHttpClientDefaults(builder => builder.UseSandbox(world));
        services.AddHttpClient("later").ConfigurePrimaryHttpMessageHandler(() => new Teapot());
        await using var provider = services.BuildServiceProvider();
        foreach (var name in new[] { "", "its own", "later" })
        {
            using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
            client.DefaultRequestHeaders.TryAddWithoutValidation(one.Credential.Key, one.Credential.Value);
            (await client.GetAsync(Address(one))).StatusCode.ShouldBe(HttpStatusCode.OK, name);
        }

        one.Calls.Count(status: 200).ShouldBe(3);
    }

    [Theory, MemberData(nameof(Vendors.Ours), MemberType = typeof(Vendors))]
    public async Task One_client_of_a_factory_calls_the_world_alone(string vendor)
    {
        using var world = (await shared.SandboxAsync()).NewSession();
        var one = world.Vendor(vendor);
        var services = new ServiceCollection();
        services.AddHttpClient("theirs").UseSandbox(world);
        services.AddHttpClient("ours").ConfigurePrimaryHttpMessageHandler(() => new Teapot());
        await using var provider = services.BuildServiceProvider();
        using var theirs = provider.GetRequiredService<IHttpClientFactory>().CreateClient("theirs");
        using var ours = provider.GetRequiredService<IHttpClientFactory>().CreateClient("ours");
        theirs.DefaultRequestHeaders.TryAddWithoutValidation(one.Credential.Key, one.Credential.Value);
        (await theirs.GetAsync(Address(one))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ours.GetAsync(Address(one))).StatusCode.ShouldBe((HttpStatusCode)418);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_body_that_is_too_large_is_refused_as_on_the_wire(string vendor)
    {
        var sandbox = await shared.SandboxAsync();
        using var world = sandbox.NewSession();
        var one = world.Vendor(vendor);
        var operation = one.Host.Vendor.Operations.FirstOrDefault(served => served.ActionName == "create") ?? one.Host.Vendor.Operations[0];
        var statuses = new List<HttpStatusCode>();
        foreach (var client in new[] { one.CreateClient(), Client(one) })
        {
            using (client)
            using (var reply = await client.PostAsync(one.Host.Vendor.Example(operation).Target, new StringContent(new string('x', 1_100_000), Encoding.UTF8, "application/json")))
                statuses.Add(reply.StatusCode);
        }

        statuses.Distinct().ShouldHaveSingleItem();
    }

    private static HttpClient Client(SandboxVendor vendor)
    {
        var client = new HttpClient(vendor.World.CreateHandler()) { BaseAddress = vendor.Servers.Count > 0 ? vendor.Servers[0] : vendor.Host.ClientBase };
        client.DefaultRequestHeaders.TryAddWithoutValidation(vendor.Credential.Key, vendor.Credential.Value);
        return client;
    }

    private static string Target(SandboxVendor vendor) =>
        vendor.Host.Vendor.Example(vendor.Host.Vendor.Operations.First(served => served.ActionName == "fetch"), vendor.Part.View).Target;

    private static Uri Address(SandboxVendor vendor) => new(vendor.Servers[0], Target(vendor));

    /// <summary>A reply but for its date, as lines.</summary>
    private static async Task<string> ToldAsync(HttpClient client, ServedOperation operation, SandboxVendor vendor)
    {
        var example = vendor.Host.Vendor.Example(operation, vendor.Part.View);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Operation.Method), example.Target);
        if (example.Body is { } body) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var reply = await client.SendAsync(request);
        var bytes = await reply.Content.ReadAsByteArrayAsync();
        reply.Headers.Date.ShouldNotBeNull();
        var headers = reply.Headers.Concat(reply.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        return string.Join('\n', [$"{(int)reply.StatusCode} {reply.ReasonPhrase} {reply.Version}", .. headers, "", Encoding.UTF8.GetString(bytes)]);
    }

    private sealed class Teapot : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)418));
    }
}
