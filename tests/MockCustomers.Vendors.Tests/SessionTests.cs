using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>Sessions: what happens in one is seen in no other.</summary>
public sealed class SessionTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    private const string Header = "X-Sandbox-Session";

    public static TheoryData<string> WithCreates => Manifests.Where(v => v.Creates.Count > 0);

    [Fact]
    public void There_are_customers_to_make() => WithCreates.Count.ShouldBeGreaterThanOrEqualTo(4);

    [Theory, MemberData(nameof(WithCreates))]
    public async Task What_is_written_in_a_session_is_there_alone(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        foreach (var create in tested.Surface.Creates)
        {
            var (one, other) = ($"{vendor}-{create.Operation.Id}-1", $"{vendor}-{create.Operation.Id}-2");
            var before = new[] { one, other, null }.Select(name => Count(tested, name)).ToList();
            var body = tested.Vendor.Example(create).Body!.ToJsonString();
            (string, string)[] named = [tested.Credential, (Header, one), ("Content-Type", "application/json")];
            (await tested.Wire.SendAsync("POST", tested.Vendor.Example(create).Target, body, named)).Status.ShouldBeInRange(200, 201);
            Count(tested, one).ShouldBe(before[0] + 1);
            Count(tested, other).ShouldBe(before[1]);
            Count(tested, null).ShouldBe(before[2]);
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_page_that_is_asked_for_again_and_again_is_the_sessions_own(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        var list = tested.List ?? tested.Fetch;
        var (session, target) = ($"{vendor}-pages", tested.Example(list));
        for (var i = 0; i < 4; i++) (await tested.GetAsync(target)).Status.ShouldBe(200);
        var shown = (await tested.GetAsync(target)).Text;
        for (var i = 0; i < 4; i++) (await tested.GetAsync(target, (Header, session))).Text.ShouldBe(shown);
        var create = tested.Surface.Creates is [var first, ..] ? first : null;
        if (create is not null && tested.List is not null)
        {
            (string, string)[] named = [tested.Credential, (Header, session), ("Content-Type", "application/json")];
            (await tested.Wire.SendAsync("POST", tested.Vendor.Example(create).Target, tested.Vendor.Example(create).Body!.ToJsonString(), named)).Status.ShouldBeInRange(200, 201);
            for (var i = 0; i < 4; i++) (await tested.GetAsync(target, (Header, session))).Text.ShouldNotBe(shown);
        }

        for (var i = 0; i < 4; i++) (await tested.GetAsync(target)).Text.ShouldBe(shown);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_sessions_own_key_leads_into_it_and_nowhere_else(string vendor)
    {
        await using var sandbox = await StartAsync(vendor);
        using var control = sandbox.ControlClient();
        var opened = await PostAsync(control, "__admin/sessions", """{"name": "by-key", "seed": "july", "population": 60, "now": "2026-03-01"}""", 201);
        var access = opened["vendors"]![vendor]!;
        using var tested = new VendorUnderTest(sandbox.Host(vendor));
        var own = ((string)access["header"]!, (string)access["value"]!);
        own.Item2.Length.ShouldBe(tested.Credential.Value.Length);
        own.ShouldNotBe(tested.Credential);

        var found = JsonNode.Parse(await control.GetStringAsync($"__admin/customers?vendor={vendor}&session=by-key&limit=3"))!;
        ((long)found["total"]!).ShouldBe(60);
        var path = tested.PathOf((string)found["customers"]![0]!["id"]!);
        (await tested.Wire.SendAsync("GET", path, own)).Status.ShouldBe(200);
        (await tested.GetAsync(path)).Status.ShouldNotBe(200);
        (await tested.Wire.SendAsync("GET", tested.PathOf(tested.FirstId), own)).Status.ShouldNotBe(200);

        (await control.DeleteAsync("__admin/sessions/by-key")).EnsureSuccessStatusCode();
        (await tested.Wire.SendAsync("GET", path, own)).Status.ShouldBeInRange(400, 401);
    }

    [Fact]
    public async Task A_session_is_rewound_reset_and_closed()
    {
        var vendor = Server.SandboxFolder.Names(Vendors.Shipped)[^1];
        await using var sandbox = await StartAsync(vendor);
        using var control = sandbox.ControlClient();
        await PostAsync(control, "__admin/sessions", """{"name": "a"}""", 201);
        await PostAsync(control, "__admin/sessions", """{"name": "a"}""", 409);
        await PostAsync(control, "__admin/clock?session=a", """{"advance": "P1D"}""", 200);
        ((string)(await PostAsync(control, "__admin/sessions/a/checkpoints", "", 201))["checkpoint"]!).ShouldBe("1");
        await PostAsync(control, "__admin/clock?session=a", """{"advance": "P1D"}""", 200);
        ((string)(await PostAsync(control, "__admin/sessions/a/rollback", """{"checkpoint": "1"}""", 200))["now"]!).ShouldBe("2026-01-02T00:00:00.000Z");
        (await control.GetStringAsync("__admin/clock")).ShouldContain("2026-01-01T00:00:00.000Z");
        ((string)(await PostAsync(control, "__admin/sessions/a/reset", "", 200))["now"]!).ShouldBe("2026-01-01T00:00:00.000Z");
        await PostAsync(control, "__admin/sessions/a/rollback", """{"checkpoint": "1"}""", 404);
        (await control.GetStringAsync("__admin/sessions")).ShouldContain("\"a\"");
        (await PostAsync(control, "__admin/sessions", """{"name": "a b", "population": -1, "ttl": "soon", "sede": 1}""", 400)).ToJsonString().ShouldContain("/ttl");
        (await control.GetAsync("__admin/clock?session=nobody")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_thousand_sessions_side_by_side_create_page_and_delete_and_see_only_their_own()
    {
        var sandbox = await shared.SandboxAsync();
        var writable = new List<VendorUnderTest>();
        foreach (var name in sandbox.Vendors)
        {
            var tested = await shared.VendorAsync(name);
            if (tested.List is not null && Creating(tested) is not null) writable.Add(tested);
            else tested.Dispose();
        }

        writable.Count.ShouldBeGreaterThan(1);
        var examples = writable.ToDictionary(tested => tested, tested => (Create: tested.Vendor.Example(Creating(tested)!), List: tested.Vendor.Example(tested.List!)));
        var clients = writable.ToDictionary(tested => tested, tested => new HttpClient { BaseAddress = new Uri(tested.Host.Url) });
        var deleted = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, stop) =>
        {
            var tested = writable[i % writable.Count];
            var (client, session) = (clients[tested], $"crowd-{i}");
            // The same body in every session: where an e-mail address can be somebody's only, another session's customer would be in the way.
            var mine = IdOf(tested, await SendAsync(client, "POST", tested, session, examples[tested].Create, stop));
            var page = (await SendAsync(client, "GET", tested, session, examples[tested].List, stop)).ToJsonString();
            page.ShouldContain(mine);
            Count(tested, session).ShouldBe(tested.Vendor.Customers.Count + 1);
            if (tested.Vendor.Operations.FirstOrDefault(o => o is { Operation.Method: "DELETE", IdParameter: not null }) is not { } delete) return;
            var target = delete.Template.Fill(_ => mine);
            await SendAsync(client, delete.Operation.Method, tested, session, new ExampleRequest(target, null), stop);
            (await SendAsync(client, "GET", tested, session, examples[tested].List, stop)).ToJsonString().ShouldNotContain(mine);
            Interlocked.Increment(ref deleted);
        });

        deleted.ShouldBeGreaterThan(100);
        foreach (var (tested, client) in clients)
        {
            tested.Dispose();
            client.Dispose();
        }
    }

    [Fact]
    public void Ten_thousand_idle_sessions_are_small()
    {
        var book = new Sessions.SessionBook(new Sessions.SessionOptions { Most = 10_000 }, 0, []);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++) book.Open(new Sessions.SessionChoice()).ShouldNotBeNull();
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 10_000;
        book.Open(new Sessions.SessionChoice()).ShouldBeNull();
        each.ShouldBeLessThan(4096);
        book.All.Count.ShouldBe(10_001);
    }

    /// <summary>The first operation that creates a customer out of a body; null when there is none.</summary>
    private static ServedOperation? Creating(VendorUnderTest tested) =>
        tested.Vendor.Operations.FirstOrDefault(o => o.ActionName == "create" && tested.Vendor.Example(o).Body is not null);

    private static async Task<JsonNode> SendAsync(HttpClient client, string method, VendorUnderTest tested, string session, ExampleRequest example, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), example.Target);
        request.Headers.TryAddWithoutValidation(tested.Credential.Name, tested.Credential.Value);
        request.Headers.Add(Header, session);
        if (example.Body is { } body) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var reply = await client.SendAsync(request, stop);
        var text = await reply.Content.ReadAsStringAsync(stop);
        ((int)reply.StatusCode).ShouldBeInRange(200, 204, text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>The id of the one customer that a reply shows.</summary>
    private static string IdOf(VendorUnderTest tested, JsonNode reply)
    {
        var field = tested.Manifest.Customer.Id.Field!;
        var customer = reply[field] is null ? reply.AsObject().Select(property => property.Value).OfType<JsonObject>().First(inner => inner[field] is not null) : reply;
        return (string)customer[field]!;
    }

    private static long Count(VendorUnderTest tested, string? session) =>
        session is null ? tested.Host.Customers.Count : tested.Host.Sessions.FindOrOpen(session)!.Of(tested.Vendor).View.Count;

    private static Task<Sandbox> StartAsync(string vendor) => Sandbox.StartAsync(o => o.With(settings => settings with { Specs = Vendors.Specs, Vendors = [vendor] }));

    private static async Task<JsonNode> PostAsync(HttpClient control, string path, string body, int status)
    {
        var (answered, text) = await control.PostJsonAsync(path, body);
        answered.ShouldBe(status, text);
        return JsonNode.Parse(text)!;
    }
}
