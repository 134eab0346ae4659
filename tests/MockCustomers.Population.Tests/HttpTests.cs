using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockCustomers.Population.Tests.Checking;
using MockCustomers.Server;
using MockCustomers.Vendors;

namespace MockCustomers.Population.Tests;

/// <summary>What goes over the wire is what the other tests look at, and the control port counts as they do.</summary>
public sealed class HttpTests(HttpTests.Running running) : IClassFixture<HttpTests.Running>
{
    private static readonly HttpClient Client = new();

    public static TheoryData<string> Vendors => [.. RepositoryFiles.Vendors];

    /// <summary>The first, and every 997th, got by their ids.</summary>
    [Theory, MemberData(nameof(Vendors))]
    public async Task Customers_over_the_wire_are_the_customers_that_were_looked_at(string vendor)
    {
        var referee = new Referee(vendor, SandboxOptions.DefaultNow);
        var host = running.Sandbox.Host(vendor);
        var store = host.Customers;
        var manifest = YamlFile.Read(RepositoryFiles.Specs, vendor, "vendor.yaml");
        var operation = host.Vendor.Operations.First(o => o.Operation.Id == (string)manifest["customer"]!["operation"]!);
        var example = host.Example(operation);
        foreach (var place in Enumerable.Range(0, 50).Concat(Enumerable.Range(1, 100).Select(i => i * 997)))
        {
            var url = example.Replace(store.IdOf(store.Everybody[0]), store.IdOf(store.Everybody[place]), StringComparison.Ordinal);
            using var reply = await Client.SendAsync(Request(url, manifest["auth"]!.AsObject()));
            reply.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var body = JsonDocument.Parse(await reply.Content.ReadAsByteArrayAsync());
            var customer = (string?)manifest["customer"]!["at"] is { } at ? body.RootElement.GetProperty(at) : body.RootElement;
            customer.GetRawText().ShouldBe(Served.Texts(Served.Vendor(vendor), place, 1).Single());
            referee.Look(JsonSerializer.SerializeToUtf8Bytes(customer));
        }

        referee.Breaches.ShouldBeEmpty(string.Join("\n", referee.Breaches.Select(b => $"{b.Key}: {b.Value.Times} times; {b.Value.First}")));
    }

    /// <summary>By the manifest's shares, and all of them together are everybody.</summary>
    [Theory, MemberData(nameof(Vendors))]
    public async Task Kinds_have_their_shares_within_a_percent(string vendor)
    {
        var kinds = YamlFile.Read(RepositoryFiles.Specs, vendor, "vendor.yaml")["customer"]!["kinds"]!.AsObject();
        var shares = kinds.ToDictionary(kind => kind.Key, kind => (double)(long)kind.Value!["share"]!);
        var everybody = await Total($"vendor={vendor}");
        var counted = 0L;
        foreach (var (kind, share) in shares)
        {
            var total = await Total($"vendor={vendor}&kind={kind}");
            (100.0 * total / everybody).ShouldBeInRange(100 * share / shares.Values.Sum() - 1, 100 * share / shares.Values.Sum() + 1);
            counted += total;
        }

        counted.ShouldBe(everybody);
    }

    private async Task<long> Total(string query)
    {
        var body = await Client.GetStringAsync(new Uri($"{running.Sandbox.Control}/__admin/customers?{query}&limit=1"));
        return (long)JsonNode.Parse(body)!["total"]!;
    }

    private static HttpRequestMessage Request(string url, JsonObject auth)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        var first = auth["keys"]!.AsArray()[0]!;
        var key = (string)(first is JsonObject ? first["key"]! : first)!;
        request.Headers.TryAddWithoutValidation((string)auth["header"]!, (string)auth["scheme"]! == "bearer" ? $"Bearer {key}" : key);
        return request;
    }

    public sealed class Running : IAsyncLifetime
    {
        internal SandboxServer Sandbox { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Sandbox = await SandboxServer.StartAsync(
            new SandboxSettings { Specs = RepositoryFiles.Specs, Fixtures = RepositoryFiles.Fixtures, PortBase = 0 });

        public async ValueTask DisposeAsync() => await Sandbox.DisposeAsync();
    }
}
