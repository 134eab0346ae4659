using System.Text.Json.Nodes;
using MockCustomers.Exchange;
using MockCustomers.Server.Control;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>What the control port tells those who look: customers, their states over time, requests once more, checkpoints.</summary>
public sealed class LookTests : IAsyncLifetime
{
    private Sandbox? sandbox;
    private HttpClient? control;

    private Sandbox Sandbox => sandbox!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await Sandbox.StartAsync(o => o.Specs(Vendors.Specs));
        control = sandbox.ControlClient();
    }

    public async ValueTask DisposeAsync()
    {
        control?.Dispose();
        if (sandbox is not null) await sandbox.DisposeAsync();
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_customer_is_found_by_its_id_and_by_its_e_mail_address(string vendor)
    {
        var list = await GetAsync($"/__admin/customers?vendor={vendor}&limit=50&offset=1234");
        var cards = list["customers"]!.AsArray();
        cards.Count.ShouldBe(50);
        cards.ShouldAllBe(card => card!["name"] != null, "somebody shows no name");
        var view = Sandbox.Host(vendor).Customers;
        if (view.Strata.All.Any(stratum => CustomerCard.EmailField(view, stratum) is not null)) cards.Where(card => card!["email"] is not null).ShouldNotBeEmpty();
        foreach (var card in cards)
        {
            foreach (var text in new[] { (string?)card!["id"], (string?)card["email"], ((string?)card["email"])?.ToUpperInvariant() })
            {
                if (text is null) continue;
                var found = await GetAsync($"/__admin/customers?vendor={vendor}&find={Uri.EscapeDataString(text)}");
                found["customers"]!.AsArray().Select(one => (string)one!["id"]!).ShouldContain((string)card["id"]!, text);
                ((long)found["total"]!).ShouldBe(found["customers"]!.AsArray().Count);
            }
        }

        var first = cards[0]!;
        var other = cards.Select(card => (string)card!["state"]!).First(state => state != (string)first["state"]!);
        ((long)(await GetAsync($"/__admin/customers?vendor={vendor}&find={first["id"]}&state={other}"))["total"]!).ShouldBe(0);
        ((long)(await GetAsync($"/__admin/customers?vendor={vendor}&find=nobody@example.invalid"))["total"]!).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_customer_is_told_as_the_vendor_sends_it(string vendor)
    {
        var world = Sandbox.Vendor(vendor);
        foreach (var customer in world.Customers.Newest(20))
        {
            var card = await GetAsync($"/__admin/customers/{Uri.EscapeDataString(customer.Id)}?vendor={vendor}");
            ((string)card["id"]!).ShouldBe(customer.Id);
            PlainJson.Text(card["customer"]).ShouldBe(PlainJson.Text(customer.Json));
        }

        (await StatusAsync($"/__admin/customers/nobody?vendor={vendor}")).ShouldBe(404);
        (await StatusAsync("/__admin/customers/nobody")).ShouldBe(400);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task States_are_counted_as_they_are_found_at_any_time(string vendor)
    {
        using var world = Sandbox.NewSession(population: 12_345);
        var tested = world.Vendor(vendor);
        tested.Customers.Newest(3).ToList().ForEach(customer => tested.Customers.Timeline(customer.Id).Legal.Take(1).ToList().ForEach(state => tested.Customers.Move(customer.Id, state)));
        var now = world.Clock.Now;
        var told = await GetAsync($"/__admin/states?vendor={vendor}&session={world.Name}&from={now:s}Z&until={now.AddDays(40):s}Z&points=5");
        told["over"]!.AsArray().Count.ShouldBe(5);
        foreach (var moment in told["over"]!.AsArray())
        {
            var at = DateTimeOffset.Parse((string)moment!["at"]!, System.Globalization.CultureInfo.InvariantCulture);
            if (at > world.Clock.Now) world.Clock.Advance(at - world.Clock.Now);
            foreach (var (state, count) in moment["counts"]!.AsObject()) ((long)count!).ShouldBe(tested.Customers.Count(state: state), $"{state} at {at:s}");
        }

        var later = await GetAsync($"/__admin/states?vendor={vendor}&session={world.Name}");
        later["customers"]!.AsArray().Sum(stratum => (long)stratum!["count"]!).ShouldBe(tested.Customers.Count());
        foreach (var stratum in later["customers"]!.AsArray()) ((long)stratum!["count"]!).ShouldBe(tested.Customers.Count((string)stratum["state"]!, (string)stratum["kind"]!));
        later["over"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("points=201")]
    [InlineData("points=2&from=yesterday")]
    [InlineData("from=2026-02-01&until=2026-01-01")]
    [InlineData("kind=nothing")]
    [InlineData("colour=red")]
    public async Task What_cannot_be_told_of_states_is_refused(string query) =>
        (await StatusAsync($"/__admin/states?vendor={Sandbox.Vendors[0]}&{query}")).ShouldBe(400);

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_request_is_sent_again_with_the_key_of_its_session(string vendor)
    {
        using var world = Sandbox.NewSession();
        var tested = world.Vendor(vendor);
        using var client = tested.CreateClient();
        var fetch = Sandbox.Host(vendor).Example(Sandbox.Host(vendor).Vendor.Operations.First(operation => operation.ActionName == "fetch"));
        var sent = await client.GetStringAsync(new Uri(fetch));
        var entry = (await GetAsync($"/__admin/requests?session={world.Name}"))["requests"]![0]!;
        var again = await PostAsync($"/__admin/requests/{entry["id"]}/replay?session={world.Name}", 200);
        ((int)again["status"]!).ShouldBe(200);
        ((string)again["body"]!).ShouldBe(sent);
        ((bool)again["ownCredential"]!).ShouldBeTrue();
        tested.Calls.Count(status: 200).ShouldBe(2);

        var line = (string)(await GetAsync($"/__admin/requests/{entry["id"]}/curl?session={world.Name}"))["curl"]!;
        line.ShouldContain(tested.Key);
        line.ShouldContain(fetch);
        (await StatusAsync($"/__admin/requests/{entry["id"]}/curl")).ShouldBe(404);
    }

    [Fact]
    public async Task A_request_without_a_credential_is_sent_again_without_one_and_in_its_session()
    {
        using var world = Sandbox.NewSession();
        var tested = world.Vendor(Sandbox.Vendors[0]);
        using var client = tested.CreateStranger();
        (await client.GetAsync(new Uri("/v0/nowhere?it's=1", UriKind.Relative))).IsSuccessStatusCode.ShouldBeFalse();
        var entry = (await GetAsync($"/__admin/requests?session={world.Name}&status=4xx"))["requests"]!.AsArray().ShouldHaveSingleItem()!;
        var again = await PostAsync($"/__admin/requests/{entry["id"]}/replay?session={world.Name}", 200);
        ((int)again["status"]!).ShouldBe((int)entry["status"]!);
        ((bool)again["ownCredential"]!).ShouldBeFalse();
        tested.Calls.Count(status: (int)entry["status"]!).ShouldBe(2);
        ((string)(await GetAsync($"/__admin/requests/{entry["id"]}/curl?session={world.Name}"))["curl"]!).ShouldEndWith("""/v0/nowhere?it'\''s=1'""");
    }

    [Fact]
    public async Task What_the_journal_keeps_a_part_of_is_not_sent_again()
    {
        using var world = Sandbox.NewSession();
        using var client = world.Vendor(Sandbox.Vendors[0]).CreateClient();
        await client.PostJsonAsync("customers", $$"""{"long": "{{new string('x', 20_000)}}"}""");
        var body = (await GetAsync($"/__admin/requests?session={world.Name}"))["requests"]![0]!;
        ((string)(await PostAsync($"/__admin/requests/{body["id"]}/replay?session={world.Name}", 409))["error"]!).ShouldContain("body");
        await client.GetAsync(new Uri($"customers?long={new string('x', 3000)}", UriKind.Relative));
        var target = (await GetAsync($"/__admin/requests?session={world.Name}"))["requests"]![0]!;
        ((string)(await PostAsync($"/__admin/requests/{target["id"]}/replay?session={world.Name}", 409))["error"]!).ShouldContain("target");
        (await StatusAsync($"/__admin/requests?session={world.Name}&status=9xx")).ShouldBe(400);
    }

    [Fact]
    public async Task The_checkpoints_of_a_session_are_listed_with_what_its_clock_said()
    {
        using var world = Sandbox.NewSession();
        var path = $"/__admin/sessions/{world.Name}/checkpoints";
        (await GetAsync(path))["checkpoints"]!.AsArray().ShouldBeEmpty();
        await PostAsync(path, 201);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await PostAsync(path, 201);
        var listed = (await GetAsync(path))["checkpoints"]!.AsArray();
        listed.Select(one => (string)one!["checkpoint"]!).ShouldBe(["1", "2"]);
        listed.Select(one => (string)one!["now"]!).ShouldBe(["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"]);
    }

    [Fact]
    public async Task The_vendors_and_the_curls_of_a_session_have_its_own_keys()
    {
        using var world = Sandbox.NewSession(population: 60);
        var (cards, curls) = ((await GetAsync($"/__admin/vendors?session={world.Name}")).AsArray(), await GetAsync($"/__admin/curls?session={world.Name}"));
        cards.Count.ShouldBe(Sandbox.Vendors.Count);
        foreach (var card in cards)
        {
            var tested = world.Vendor((string)card!["name"]!);
            ((string)card["auth"]!["value"]!).ShouldContain(tested.Key);
            ((long)card["population"]!).ShouldBe(60);
            curls[tested.Name]!.AsArray().ShouldAllBe(line => ((string)line!).Contains(tested.Key));
        }

        (await StatusAsync("/__admin/vendors?session=nobodys")).ShouldBe(404);
    }

    private async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await control!.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private async Task<int> StatusAsync(string path) => (int)(await control!.GetAsync(new Uri(path, UriKind.Relative))).StatusCode;

    private async Task<JsonNode> PostAsync(string path, int expected)
    {
        var (status, text) = await control!.PostJsonAsync(path, "");
        status.ShouldBe(expected, text);
        return JsonNode.Parse(text)!;
    }
}
