using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MockCustomers.Vendors.Tests.Wire;

namespace MockCustomers.Vendors.Tests;

public sealed class ControlTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    [Fact]
    public async Task It_lives()
    {
        (await GetAsync("/health/live"))["status"]!.GetValue<string>().ShouldBe("live");
        (await GetAsync("/"))["status"]!.GetValue<string>().ShouldBe("live");
    }

    [Fact]
    public async Task It_is_ready_and_names_each_vendor_with_the_hash_of_its_spec()
    {
        var sandbox = await shared.SandboxAsync();
        var ready = await GetAsync("/health/ready");
        ready["status"]!.GetValue<string>().ShouldBe("ready");
        ready["vendors"]!.AsArray().Select(v => v!["name"]!.GetValue<string>()).ShouldBe(sandbox.Vendors);
        foreach (var vendor in ready["vendors"]!.AsArray())
        {
            var host = sandbox.Host(vendor!["name"]!.GetValue<string>());
            vendor["url"]!.GetValue<string>().ShouldBe(host.Url);
            var spec = Path.Combine(Vendors.Specs, host.Name, Manifests.Of(host.Vendor).Spec);
            vendor["spec"]!["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(spec))));
            using var tested = new VendorUnderTest(host);
            var paths = tested.SpecFiles.SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["paths"]!.AsObject());
            vendor["spec"]!["operations"]!.GetValue<int>().ShouldBe(paths.Sum(p => p.Value!.AsObject().Count(o => o.Key is "get" or "post" or "put" or "patch" or "delete")));
        }
    }

    [Fact]
    public async Task A_client_can_work_with_what_it_is_told_of_the_vendors()
    {
        var cards = (await GetAsync("/__admin/vendors")).AsArray();
        cards.Count.ShouldBe((await shared.SandboxAsync()).Vendors.Count);
        foreach (var card in cards)
        {
            foreach (var key in new[] { "name", "url", "auth", "operations", "population", "seed" }) card!.AsObject().ShouldContainKey(key);
            card!["seed"]!.GetValue<string>().ShouldBe("42");
            card["population"]!.GetValue<long>().ShouldBeGreaterThan(0);
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            client.DefaultRequestHeaders.Add(card["auth"]!["header"]!.GetValue<string>(), card["auth"]!["value"]!.GetValue<string>());
            card["operations"]!.AsArray().ShouldNotBeEmpty();
            foreach (var operation in card["operations"]!.AsArray().Where(o => o!["method"]!.GetValue<string>() == "GET" && o["after"] is null))
            {
                var example = operation!["example"]!.GetValue<string>();
                example.ShouldStartWith(card["url"]!.GetValue<string>());
                using var reply = await client.GetAsync(example);
                reply.IsSuccessStatusCode.ShouldBeTrue(example);
            }
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Customers_are_found_by_kind_and_state(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var strata = tested.Host.Customers.Population.Strata.All;
        var total = 0L;
        foreach (var stratum in strata)
        {
            var found = await GetAsync($"/__admin/customers?vendor={vendor}&kind={stratum.Kind.Name}&state={stratum.State.Name}&limit=3");
            total += found["total"]!.GetValue<long>();
            found["customers"]!.AsArray().Count.ShouldBe(3);
            foreach (var card in found["customers"]!.AsArray())
            {
                card!["kind"]!.GetValue<string>().ShouldBe(stratum.Kind.Name);
                card["state"]!.GetValue<string>().ShouldBe(stratum.State.Name);
                var id = card["id"]!.GetValue<string>();
                var one = (await GetAsync($"/__admin/customers?vendor={vendor}&find={id}&full=true"))["customers"]!.AsArray().Single()!;
                one["number"]!.ToJsonString().ShouldBe(card["number"]!.ToJsonString());
                one["customer"]!.ToJsonString().ShouldContain(id);
                card.AsObject().ContainsKey("customer").ShouldBeFalse();
                (await tested.GetAsync(tested.PathOf(id))).Status.ShouldBe(200);
                await AsItsStratumSaysAsync(tested, id, stratum);
            }
        }

        total.ShouldBe(tested.Host.Customers.Everybody.Count);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task Every_field_of_a_customer_is_explained(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        for (var place = 0; place < 20; place++)
        {
            var customer = JsonNode.Parse(tested.Customer(await tested.GetAsync(tested.PathOf(tested.Id(place)))))!.AsObject();
            var told = await GetAsync($"/__admin/explain?vendor={vendor}&id={Uri.EscapeDataString(tested.Id(place))}");
            told["id"]!.GetValue<string>().ShouldBe(tested.Id(place));
            var fields = told["fields"]!.AsArray().Where(f => !f!["absent"]!.GetValue<bool>()).ToDictionary(f => f!["field"]!.GetValue<string>());
            foreach (var (name, value) in customer)
            {
                var inner = fields.Where(f => f.Key == $"/{name}" || f.Key.StartsWith($"/{name}/", StringComparison.Ordinal)).ToList();
                inner.ShouldNotBeEmpty(name);
                if (value is not JsonObject and not JsonArray) JsonNode.DeepEquals(fields[$"/{name}"]!["value"], value).ShouldBeTrue(name);
            }
        }
    }

    [Fact]
    public async Task A_fingerprint_tells_sandboxes_apart()
    {
        var print = (await GetAsync("/__admin/fingerprint"))["fingerprint"]!.GetValue<string>();
        print.ShouldMatch("^[0-9a-f]{64}$");
        (await GetAsync("/__admin/fingerprint", new SandboxOptions { Seed = new Customers.Seed("7") }))["fingerprint"]!.GetValue<string>().ShouldNotBe(print);
        (await GetAsync("/__admin/fingerprint", new SandboxOptions { Population = 51 }))["fingerprint"]!.GetValue<string>().ShouldNotBe(print);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_journal_tells_what_was_asked(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        await tested.GetAsync("/a-path-of-my-own?x=1");
        await tested.Wire.SendAsync("GET", tested.Example(tested.Fetch));
        await tested.GetAsync(tested.Example(tested.Fetch));
        var entries = (await GetAsync($"/__admin/requests?vendor={vendor}&limit=3"))["requests"]!.AsArray();
        entries.Count.ShouldBe(3);
        entries[0]!["operation"]!.GetValue<string>().ShouldBe(tested.Fetch.Operation.Id);
        entries[0]!["responseDefinition"]!["status"]!.GetValue<int>().ShouldBe(200);
        entries[0]!["fault"].ShouldBeNull();
        entries[1]!["fault"]!.GetValue<string>().ShouldBe("MissingCredential");
        entries[2]!["request"]!["url"]!.GetValue<string>().ShouldBe("/a-path-of-my-own?x=1");
        entries[2]!["fault"]!.GetValue<string>().ShouldBe("NoSuchPath");
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("DELETE", "/health/live", 405)]
    [InlineData("GET", "/__admin/customers", 400)]
    [InlineData("GET", "/__admin/customers?vendor=nobody", 404)]
    [InlineData("GET", "/__admin/customers?vendor={vendor}&kind=nothing", 400)]
    [InlineData("GET", "/__admin/customers?vendor={vendor}&state=nothing", 400)]
    [InlineData("GET", "/__admin/customers?vendor={vendor}&limit=0", 400)]
    [InlineData("GET", "/__admin/customers?vendor={vendor}&limit=1001", 400)]
    [InlineData("GET", "/__admin/customers?vendor={vendor}&limit=-1", 400)]
    [InlineData("GET", "/__admin/customers?vendor={vendor}&limit=x", 400)]
    [InlineData("GET", "/__admin/customers?vendor={vendor}&offset=99999999999999999999", 400)]
    [InlineData("GET", "/__admin/customers?vendor={vendor}&full=maybe", 400)]
    [InlineData("GET", "/__admin/explain?vendor={vendor}", 400)]
    [InlineData("GET", "/__admin/explain?vendor={vendor}&id=nobody", 404)]
    [InlineData("GET", "/__admin/requests?limit=0", 400)]
    [InlineData("GET", "/__admin/requests?vendor=nobody", 404)]
    public async Task What_cannot_be_answered_is_told(string method, string target, int status)
    {
        var sandbox = await shared.SandboxAsync();
        using var wire = new Connection(new Uri(sandbox.Control));
        var answer = await wire.SendAsync(method, target.Replace("{vendor}", sandbox.Vendors[0], StringComparison.Ordinal));
        answer.Status.ShouldBe(status, answer.Text);
        answer["Content-Type"].ShouldBe("application/json");
        JsonNode.Parse(answer.Text)!["error"]!.GetValue<string>().Length.ShouldBeGreaterThan(10);
        answer["Server"].ShouldBeNull();
        if (status == 405) answer["Allow"].ShouldBe("GET, HEAD");
    }

    /// <summary>What the manifest sets, omits and makes null in a stratum is so in its customers.</summary>
    private static async Task AsItsStratumSaysAsync(VendorUnderTest tested, string id, Customers.Stratum stratum)
    {
        if (Examples.Of(tested.Vendor.Name).Any(e => e[tested.Manifest.Customer.Id.Field!]!.GetValue<string>() == id)) return;
        var customer = JsonNode.Parse(tested.Customer(await tested.GetAsync(tested.PathOf(id))));
        var manifest = tested.Manifest.Customer;
        var groups = manifest.Kinds.Where(k => k.Name == stratum.Kind.Name).Concat(manifest.States.Where(s => s.Name == stratum.State.Name)).ToList();
        foreach (var group in groups)
        {
            foreach (var (path, source) in group.Set.Where(s => !s.Value.IsMap)) JsonNode.DeepEquals(At(customer, path).Value, source.Json).ShouldBeTrue(path);
            foreach (var (path, _) in group.Omit) At(customer, path).There.ShouldBeFalse(path);
            foreach (var (path, _) in group.Null) (At(customer, path) is (true, null)).ShouldBeTrue(path);
        }
    }

    private static (bool There, JsonNode? Value) At(JsonNode? node, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (node is not JsonObject map || !map.TryGetPropertyValue(name, out var value)) return (false, null);
            node = value;
        }

        return (true, node);
    }

    private async Task<JsonNode> GetAsync(string target, SandboxOptions? options = null)
    {
        using var wire = new Connection(new Uri((await shared.SandboxAsync(options)).Control));
        var answer = await wire.SendAsync("GET", target);
        answer.Status.ShouldBe(200, answer.Text);
        answer["Content-Type"].ShouldBe("application/json");
        return JsonNode.Parse(answer.Text)!;
    }
}
