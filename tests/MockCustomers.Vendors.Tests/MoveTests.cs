using System.Text.Json.Nodes;

namespace MockCustomers.Vendors.Tests;

/// <summary>Moves, timelines and watches on the control port, and what vendors' clients see of them.</summary>
public sealed class MoveTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private static readonly SandboxOptions Options = new() { Population = 5_000 };

    /// <summary>Vendor and state.</summary>
    public static TheoryData<string, string> States
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var vendor in Manifests.All.Where(vendor => vendor.Customer.Lifecycle is not null))
                foreach (var state in vendor.Customer.States) data.Add(vendor.Name, state.Name);
            return data;
        }
    }

    public static TheoryData<string> Moving => [.. Manifests.All.Where(vendor => vendor.Customer.Lifecycle is not null).Select(vendor => vendor.Name)];

    [Theory, MemberData(nameof(States))]
    public async Task From_every_state_the_legal_moves_are_made_and_all_others_refused(string vendor, string from)
    {
        var sandbox = await shared.SandboxAsync(Options);
        using var control = sandbox.ControlClient();
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        var lifecycle = tested.Manifest.Customer.Lifecycle!;
        var looked = 0;
        foreach (var to in tested.Manifest.Customer.States.Select(state => state.Name))
        {
            var session = await OpenAsync(control, $"{vendor[..3]}-{$"{from}-{to}"[^Math.Min(60, from.Length + to.Length + 1)..]}");
            var id = (string)(await AskAsync(control, $"__admin/customers?vendor={vendor}&state={from}&limit=1&session={session}"))["customers"]![0]!["id"]!;
            var (status, text) = await control.PostJsonAsync($"__admin/customers/{id}/moves?session={session}", $$"""{"vendor": "{{vendor}}", "to": "{{to}}"}""");
            var answer = JsonNode.Parse(text)!;
            var legal = lifecycle.Moves.Any(move => move.To == to && move.From.Contains(from));
            looked++;
            if (!legal || tested.Manifest.Customer.States.Single(state => state.Name == to).Kinds.Count > 0)
            {
                if (legal && status == 200) continue;
                status.ShouldBe(409, text);
                answer["legal"]!.AsArray().Select(state => (string)state!).ShouldNotContain(to);
                ((string)answer["state"]!).ShouldBe(from);
                continue;
            }

            status.ShouldBe(200, text);
            ((string)answer["from"]!).ShouldBe(from);
            ((string)answer["state"]!).ShouldBe(to);
            var states = (await AskAsync(control, $"__admin/customers/{id}/timeline?vendor={vendor}&session={session}"))["states"]!.AsArray().Where(state => !(bool)state!["toCome"]!).ToList();
            states.TakeLast(2).Select(state => (string)state!["state"]!).ShouldBe([from, to]);
            ((string)states[^1]!["at"]!).ShouldBe((string)answer["at"]!);
            (await IdsAsync(control, $"__admin/customers?vendor={vendor}&state={to}&limit=1000&session={session}")).ShouldContain(id);
            (await IdsAsync(control, $"__admin/customers?vendor={vendor}&state={from}&limit=1000&session={session}")).ShouldNotContain(id);
        }

        looked.ShouldBe(tested.Manifest.Customer.States.Count);
    }

    [Theory, MemberData(nameof(Moving))]
    public async Task A_timeline_is_legal_from_its_first_state_to_its_last_and_in_the_order_of_time(string vendor)
    {
        var sandbox = await shared.SandboxAsync(Options);
        using var control = sandbox.ControlClient();
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        var lifecycle = tested.Manifest.Customer.Lifecycle!;
        var session = await OpenAsync(control, $"{vendor}-timelines");
        await control.PostJsonAsync($"__admin/clock?session={session}", """{"advance": "PT6H"}""");
        var toCome = 0;
        foreach (var place in Enumerable.Range(40, 120))
        {
            var timeline = await AskAsync(control, $"__admin/customers/{tested.Id(place)}/timeline?vendor={vendor}&session={session}");
            var states = timeline["states"]!.AsArray().Select(state => ((string)state!["state"]!, (string)state["at"]!, (bool)state["toCome"]!)).ToList();
            if (states.Count > 1) states[0].Item1.ShouldBe(lifecycle.First);
            foreach (var ((before, at, _), (after, then, _)) in states.Zip(states.Skip(1)))
            {
                lifecycle.Moves.ShouldContain(move => move.To == after && move.From.Contains(before), $"{before} to {after}");
                string.CompareOrdinal(at, then).ShouldBeLessThanOrEqualTo(0);
            }

            states.Last(state => !state.Item3).Item1.ShouldBe((string)timeline["state"]!);
            foreach (var (_, at, later) in states) (string.CompareOrdinal(at, (string)timeline["now"]!) > 0).ShouldBe(later);
            toCome += states.Count(state => state.Item3);
        }

        toCome.ShouldBeGreaterThan(0);
    }

    /// <summary>Of those of the population, of one that is watched, and of one that was moved: by their timelines.</summary>
    [Theory, MemberData(nameof(Moving))]
    public async Task The_clock_tells_how_many_moves_it_made(string vendor)
    {
        const int size = 300;
        var sandbox = await shared.SandboxAsync(new SandboxOptions { Population = size });
        using var control = sandbox.ControlClient();
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        var session = await OpenAsync(control, $"{vendor}-moves");
        var ids = Enumerable.Range(0, size).Select(place => tested.Id(place)).ToList();
        var (watched, told) = await control.PostJsonAsync($"__admin/watches?session={session}", $$"""{"vendor": "{{vendor}}", "customers": ["{{ids[60]}}", "{{ids[61]}}"]}""");
        watched.ShouldBe(201, told);
        var before = 0L;
        foreach (var other in Manifests.All.Where(other => other.Name != vendor))
            before += await StepsAsync(control, other.Name, session, [.. await IdsAsync(control, $"__admin/customers?vendor={other.Name}&limit=1000&session={session}")], "2026-03-02T00:00:00.000Z");
        before += await StepsAsync(control, vendor, session, ids, "2026-03-02T00:00:00.000Z");
        var (status, text) = await control.PostJsonAsync($"__admin/clock?session={session}", """{"set": "2026-03-02T00:00:00Z"}""");
        status.ShouldBe(200, text);
        ((long)JsonNode.Parse(text)!["moves"]!).ShouldBe(before);
        before.ShouldBeGreaterThan(0);
    }

    /// <summary>How many states customers come into from now up to a time.</summary>
    private static async Task<long> StepsAsync(HttpClient control, string vendor, string session, IEnumerable<string> ids, string upTo)
    {
        var steps = 0L;
        foreach (var id in ids)
        {
            var timeline = await AskAsync(control, $"__admin/customers/{Uri.EscapeDataString(id)}/timeline?vendor={vendor}&session={session}");
            steps += timeline["states"]!.AsArray().Count(state => (bool)state!["toCome"]! && string.CompareOrdinal((string)state["at"]!, upTo) <= 0);
        }

        return steps;
    }

    [Theory, MemberData(nameof(Moving))]
    public async Task Customers_are_chosen_by_the_states_that_they_will_pass(string vendor)
    {
        var sandbox = await shared.SandboxAsync(Options);
        using var control = sandbox.ControlClient();
        // One that leads to a state in which some stay.
        var moves = Manifests.All.Single(manifest => manifest.Name == vendor).Customer.Lifecycle!.Moves.Where(move => move.After is not null).ToList();
        var move = moves.First(move => moves.Where(next => next.From.Contains(move.To)).Sum(next => next.Share) < 100);
        var path = $"{move.From[0]}>{move.To}";
        var session = await OpenAsync(control, $"{vendor}-paths");
        var found = await AskAsync(control, $"__admin/customers?vendor={vendor}&path={Uri.EscapeDataString(path)}&limit=1000&session={session}");
        var ids = found["customers"]!.AsArray().Select(customer => (string)customer!["id"]!).ToList();
        ids.Count.ShouldBe((int)Math.Min(1000, (long)found["total"]!));
        ids.ShouldNotBeEmpty();
        foreach (var id in ids.Take(30))
        {
            var timeline = await AskAsync(control, $"__admin/customers/{id}/timeline?vendor={vendor}&session={session}");
            timeline["states"]!.AsArray().TakeLast(2).Select(state => (string)state!["state"]!).ShouldBe([move.From[0], move.To]);
        }

        // Whoever has arrived is found by the last state, and no longer by the way that led there.
        await control.PostJsonAsync($"__admin/clock?session={session}", """{"advance": "P60Y"}""");
        ((long)(await AskAsync(control, $"__admin/customers?vendor={vendor}&path={Uri.EscapeDataString(path)}&session={session}"))["total"]!).ShouldBe(0);
        (await control.GetAsync(new Uri($"__admin/customers?vendor={vendor}&path=nowhere", UriKind.Relative))).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Theory, MemberData(nameof(Moving))]
    public async Task Whoever_is_watched_is_served_as_before_and_forgotten_when_nobody_watches(string vendor)
    {
        var sandbox = await shared.SandboxAsync(Options);
        using var control = sandbox.ControlClient();
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        var session = ("X-Sandbox-Session", $"{vendor}-watch");
        var id = tested.Id(60);
        var before = await tested.GetAsync(tested.PathOf(id), session);
        var (status, text) = await control.PostJsonAsync($"__admin/watches?session={session.Item2}", $$"""{"vendor": "{{vendor}}", "customers": ["{{id}}"]}""");
        status.ShouldBe(201, text);
        (await AskAsync(control, $"__admin/watches?session={session.Item2}"))["watches"]![vendor]!.AsArray().Select(watched => (string)watched!).ShouldBe([id]);
        (await tested.GetAsync(tested.PathOf(id), session)).Text.ShouldBe(before.Text);
        (await control.DeleteAsync(new Uri($"__admin/watches?session={session.Item2}", UriKind.Relative))).EnsureSuccessStatusCode();
        (await AskAsync(control, $"__admin/watches?session={session.Item2}"))["watches"]!.AsObject().ShouldBeEmpty();
        (await tested.GetAsync(tested.PathOf(id), session)).Text.ShouldBe(before.Text);
    }

    [Theory]
    [InlineData("moves", """{"to": "active"}""", 400, "vendor")]
    [InlineData("moves", """{"vendor": "nobody", "to": "active"}""", 404, "nobody")]
    [InlineData("moves", """{"vendor": "{vendor}", "to": "nowhere"}""", 400, "nowhere")]
    [InlineData("moves", """{"vendor": "{vendor}", "to": 1}""", 400, "/to")]
    [InlineData("moves", """{"vendor": "{vendor}", "to": "{state}", "at": "now"}""", 400, "/at")]
    [InlineData("moves", """{"vendor": "{vendor}", "to": "{state}"}""", 404, "nobody-1")]
    [InlineData("watches", """{"vendor": "{vendor}", "customers": ["nobody-1"]}""", 404, "nobody-1")]
    [InlineData("watches", """{"vendor": "{vendor}", "customers": [7]}""", 400, "/customers/0")]
    [InlineData("watches", """{"vendor": "{vendor}"}""", 400, "customers")]
    public async Task What_cannot_be_done_is_refused_by_its_place(string what, string body, int status, string said)
    {
        var sandbox = await shared.SandboxAsync(Options);
        using var control = sandbox.ControlClient();
        var vendor = Manifests.All.First(manifest => manifest.Customer.Lifecycle is not null);
        var filled = body.Replace("{vendor}", vendor.Name, StringComparison.Ordinal).Replace("{state}", vendor.Customer.States[0].Name, StringComparison.Ordinal);
        var (got, text) = await control.PostJsonAsync(what == "moves" ? "__admin/customers/nobody-1/moves" : "__admin/watches", filled);
        got.ShouldBe(status, text);
        text.ShouldContain(said);
    }

    private static async Task<string> OpenAsync(HttpClient control, string session)
    {
        var (status, text) = await control.PostJsonAsync("__admin/sessions", $$"""{"name": "{{session}}"}""");
        status.ShouldBe(201, text);
        return session;
    }

    private static async Task<JsonNode> AskAsync(HttpClient control, string path) => JsonNode.Parse(await control.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private static async Task<List<string>> IdsAsync(HttpClient control, string path) =>
        [.. (await AskAsync(control, path))["customers"]!.AsArray().Select(customer => (string)customer!["id"]!)];
}
