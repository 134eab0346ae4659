using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Server;
using MockCustomers.Server.Control;
using MockCustomers.Server.Page;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>The control port's OpenAPI document says what the control port does.</summary>
public sealed class ControlDocumentTests(ITestOutputHelper output)
{
    private const string Mapping = """{"request": {"method": "GET", "urlPath": "/mine"}, "response": {"status": 200, "body": "mine"}, "scenarioName": "order", "requiredScenarioState": "Started", "newScenarioState": "Paid", "metadata": {"owner": "ada"}}""";
    private const string ById = """{"matchesJsonPath": "$.owner"}""";
    private readonly ControlDocument document = new();
    private readonly HashSet<string> asked = [];
    private readonly List<string> violations = [];

    [Fact]
    public void It_names_every_route_and_no_other()
    {
        var resources = ControlResources.Of(new SandboxServer(new SandboxSettings { Specs = "", Fixtures = "" }));
        var routes = new ControlApi(resources, new OwnersOnly([], null), null).Routes.Select(route => $"{route.Method} {route.Path.Path}").Order(StringComparer.Ordinal).ToList();

        routes.Count.ShouldBeGreaterThan(50);
        document.Operations.Order(StringComparer.Ordinal).ShouldBe(routes);
    }

    [Fact]
    public void Its_examples_of_bodies_fit_their_schemas() => document.ExampleViolations().ShouldBeEmpty();

    [Fact]
    public async Task Every_operation_answers_as_it_says()
    {
        await using var sandbox = await Sandbox.StartAsync(o => o.With(settings => settings with { Specs = Vendors.Specs }));
        var vendor = sandbox.Hosts.First(host => host.Vendor.Webhooks is { Names.Count: > 0 } && Moved(host) is not null).Name;
        var (customer, to) = Moved(sandbox.Host(vendor))!.Value;
        using var control = sandbox.ControlClient();

        await TellAsync(control, vendor, customer);
        await SessionsAsync(control, vendor);
        await WebhooksAsync(control, vendor, customer, to);
        using (var client = sandbox.Default.Vendor(vendor).CreateClient()) (await client.GetAsync("no-such-path")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await RequestsAsync(control, "/__admin/requests", "");
        await WireMockAsync(control, vendor);
        await RecordingsAsync(sandbox, vendor);

        violations.ShouldBeEmpty();
        document.Operations.Except(asked).ShouldBeEmpty("these were not asked");
    }

    /// <summary>A customer that can be moved by hand, and where to; null where the vendor has none.</summary>
    private static (string Id, string To)? Moved(VendorHost host)
    {
        var view = host.Customers;
        foreach (var stratum in view.Strata.All)
        {
            var list = view.List(other => other == stratum);
            if (list.Count > 0 && view.Renderer.Lifecycle.LegalFrom(stratum, view.Strata) is [var state, ..]) return (view.IdOf(list[0]), state);
        }

        return null;
    }

    private async Task TellAsync(HttpClient control, string vendor, string customer)
    {
        foreach (var path in new[] { "/health/live", "/health/ready", "/metrics", "/openapi.json", "/specs", "/docs", "/docs/control", "/docs/assets/reference.js", "/__admin/vendors", "/__admin/curls", "/__admin/fingerprint", "/__admin/clock" }) await AskAsync(control, "GET", path, path);
        await AskAsync(control, "GET", "/specs/{vendor}/{file}", $"/specs/{vendor}/openapi.json");
        await AskAsync(control, "GET", "/specs/{vendor}/{file}", $"/specs/{vendor}/none.json", 404);
        await AskAsync(control, "GET", "/docs/{vendor}", $"/docs/{vendor}", 501);
        await AskAsync(control, "GET", "/__admin/clock", "/__admin/clock?session=*", 200);
        await AskAsync(control, "POST", "/__admin/clock", "/__admin/clock", 200, """{"advance": "PT1S"}""");
        await AskAsync(control, "POST", "/__admin/clock", "/__admin/clock", 400, """{"advanec": "PT1S"}""");
        await AskAsync(control, "GET", "/__admin/events", "/__admin/events?limit=1&after=0", 200);
        await AskAsync(control, "GET", "/__admin/customers", $"/__admin/customers?vendor={vendor}", 200);
        await AskAsync(control, "GET", "/__admin/customers", "/__admin/customers", 400);
        await AskAsync(control, "GET", "/__admin/customers/{id}/timeline", $"/__admin/customers/{customer}/timeline?vendor={vendor}", 200);
        await AskAsync(control, "GET", "/__admin/customers", $"/__admin/customers?vendor={vendor}&find={customer}", 200);
        await AskAsync(control, "GET", "/__admin/customers/{id}", $"/__admin/customers/{customer}?vendor={vendor}", 200);
        await AskAsync(control, "GET", "/__admin/customers/{id}", $"/__admin/customers/nobody?vendor={vendor}", 404);
        await AskAsync(control, "GET", "/__admin/states", $"/__admin/states?vendor={vendor}&points=3", 200);
        foreach (var file in PageFiles.Names) await AskAsync(control, "GET", "/page/{file}", $"/page/{file}", 200);
        await AskAsync(control, "GET", "/__admin/explain", $"/__admin/explain?vendor={vendor}&id={customer}", 200);
        await AskAsync(control, "GET", "/__admin/watches", "/__admin/watches", 200);
        await AskAsync(control, "POST", "/__admin/watches", "/__admin/watches", 201, new JsonObject { ["vendor"] = vendor, ["customers"] = new JsonArray(customer) }.ToJsonString());
        await AskAsync(control, "POST", "/__admin/reload", "/__admin/reload", 200, "{}");
        await AskAsync(control, "GET", "/__admin/outages", "/__admin/outages", 200);
        await AskAsync(control, "POST", "/__admin/outages", "/__admin/outages", 200, new JsonObject { ["vendor"] = vendor }.ToJsonString());
        await AskAsync(control, "DELETE", "/__admin/outages", $"/__admin/outages?vendor={vendor}", 200);
        await AskAsync(control, "GET", "/__admin/faults", "/__admin/faults", 200);
        var fault = (string)(await AskAsync(control, "POST", "/__admin/faults", "/__admin/faults", 201, """{"when": {"times": 1}, "path": "/nowhere", "delay": {"uniform": ["PT0S", "PT1S"]}, "reply": {"code": 503, "retryAfter": "PT1S"}}"""))["id"]!;
        await AskAsync(control, "GET", "/__admin/faults/{id}", $"/__admin/faults/{fault}", 200);
        await AskAsync(control, "DELETE", "/__admin/faults/{id}", $"/__admin/faults/{fault}", 200);
        await AskAsync(control, "DELETE", "/__admin/faults", "/__admin/faults", 200);
    }

    private async Task SessionsAsync(HttpClient control, string vendor)
    {
        await AskAsync(control, "POST", "/__admin/sessions", "/__admin/sessions", 201, """{"name": "judged", "seed": "july", "population": 50}""");
        await AskAsync(control, "POST", "/__admin/sessions", "/__admin/sessions", 409, """{"name": "judged"}""");
        await AskAsync(control, "GET", "/__admin/sessions", "/__admin/sessions", 200);
        await AskAsync(control, "GET", "/__admin/sessions/{name}", "/__admin/sessions/judged", 200);
        await AskAsync(control, "GET", "/__admin/customers", $"/__admin/customers?vendor={vendor}&session=judged", 200);
        var note = (await AskAsync(control, "POST", "/__admin/sessions/{name}/checkpoints", "/__admin/sessions/judged/checkpoints", 201, "{}"))["checkpoint"]!;
        await AskAsync(control, "GET", "/__admin/sessions/{name}/checkpoints", "/__admin/sessions/judged/checkpoints", 200);
        await AskAsync(control, "POST", "/__admin/sessions/{name}/rollback", "/__admin/sessions/judged/rollback", 200, $$"""{"checkpoint": "{{note}}"}""");
        await AskAsync(control, "POST", "/__admin/sessions/{name}/reset", "/__admin/sessions/judged/reset", 200, "{}");
        await AskAsync(control, "DELETE", "/__admin/sessions/{name}", "/__admin/sessions/judged", 200);
    }

    /// <summary>A receiver that is not there: the attempt fails, and is told.</summary>
    private async Task WebhooksAsync(HttpClient control, string vendor, string customer, string to)
    {
        var hook = (string)(await AskAsync(control, "POST", "/__admin/webhooks", "/__admin/webhooks", 201, new JsonObject { ["vendor"] = vendor, ["url"] = "http://127.0.0.1:1/hook", ["customers"] = new JsonArray(customer) }.ToJsonString()))["id"]!;
        await AskAsync(control, "GET", "/__admin/webhooks", "/__admin/webhooks", 200);
        await AskAsync(control, "GET", "/__admin/webhooks/{id}", $"/__admin/webhooks/{hook}", 200);
        var move = new JsonObject { ["vendor"] = vendor, ["to"] = to }.ToJsonString();
        await AskAsync(control, "POST", "/__admin/customers/{id}/moves", $"/__admin/customers/{customer}/moves", 200, move);
        await AskAsync(control, "POST", "/__admin/customers/{id}/moves", "/__admin/customers/nobody/moves", 404, move);
        await AskAsync(control, "DELETE", "/__admin/watches", "/__admin/watches", 200);
        var attempts = await AttemptsAsync(control, hook);
        if (attempts.Count > 0) await AskAsync(control, "POST", "/__admin/webhooks/{id}/attempts/{number}/replay", $"/__admin/webhooks/{hook}/attempts/{attempts[0]!["attempt"]}/replay", 201, "{}");
        attempts.ShouldNotBeEmpty();
        await AskAsync(control, "DELETE", "/__admin/webhooks/{id}", $"/__admin/webhooks/{hook}", 200);
    }

    /// <summary>The attempts, once there are any.</summary>
    private async Task<JsonArray> AttemptsAsync(HttpClient control, string hook)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var attempts = (await AskAsync(control, "GET", "/__admin/webhooks/{id}/attempts", $"/__admin/webhooks/{hook}/attempts", 200))["attempts"]!.AsArray();
            if (attempts.Count > 0) return attempts;
            await Task.Delay(50, patience.Token);
        }
    }

    private async Task RequestsAsync(HttpClient control, string root, string place)
    {
        var path = place + root;
        string At(string rest) => (place.Length == 0 ? root : "/vendors/{vendor}/__admin/requests") + rest;
        var id = (string)(await AskAsync(control, "GET", At(""), path, 200))["requests"]![0]!["id"]!;
        await AskAsync(control, "GET", At("/{id}"), $"{path}/{id}", 200);
        if (place.Length == 0)
        {
            await AskAsync(control, "GET", At("/{id}/curl"), $"{path}/{id}/curl", 200);
            await AskAsync(control, "POST", At("/{id}/replay"), $"{path}/{id}/replay", 200, "{}");
        }

        await AskAsync(control, "GET", At("/unmatched"), $"{path}/unmatched", 200);
        await AskAsync(control, "POST", At("/count"), $"{path}/count", 200, "{}");
        await AskAsync(control, "POST", At("/find"), $"{path}/find", 200, """{"method": "GET"}""");
        await AskAsync(control, "DELETE", At("/{id}"), $"{path}/{id}", 200);
        await AskAsync(control, "POST", At("/remove"), $"{path}/remove", 200, """{"method": "PUT"}""");
        if (place.Length > 0) await AskAsync(control, "POST", At("/remove-by-metadata"), $"{path}/remove-by-metadata", 200, ById);
        if (place.Length > 0) return;
        await AskAsync(control, "POST", At("/find"), $"{path}/find", 400, """{"mehtod": "GET"}""");
        await AskAsync(control, "POST", At("/reset"), $"{path}/reset", 200, "{}");
        await AskAsync(control, "DELETE", At(""), path, 200);
    }

    private async Task WireMockAsync(HttpClient control, string vendor)
    {
        const string Root = "/vendors/{vendor}/__admin";
        var at = Root.Replace("{vendor}", vendor, StringComparison.Ordinal);
        Task<JsonNode> Ask(string method, string path, int status, string body = "", string? id = null) => AskAsync(control, method, Root + path, at + path.Replace("{id}", id, StringComparison.Ordinal).Replace("{name}", "order", StringComparison.Ordinal), status, body);
        var id = (string)(await Ask("POST", "/mappings", 201, Mapping))["id"]!;
        await Ask("POST", "/mappings", 422, """{"requestt": {}}""");
        await Ask("GET", "/mappings", 200);
        await Ask("GET", "/mappings/{id}", 200, id: id);
        await Ask("GET", "/mappings/{id}", 404, id: "99999999-2222-4333-8444-555555555555");
        await Ask("PUT", "/mappings/{id}", 200, Mapping, id);
        await Ask("POST", "/mappings/find-by-metadata", 200, ById);
        await Ask("GET", "/scenarios", 200);
        await Ask("PUT", "/scenarios/{name}/state", 200, """{"state": "Paid"}""");
        await Ask("POST", "/scenarios/reset", 200);
        using (var client = new HttpClient()) (await client.GetAsync($"{(await VendorUrlAsync(control, vendor))}/no-such-path")).IsSuccessStatusCode.ShouldBeFalse();
        await RequestsAsync(control, "/requests", at);
        await Ask("GET", "/requests/unmatched/near-misses", 200);
        foreach (var root in new[] { "/near-misses", "/requests/near-misses" })
        {
            await Ask("POST", root + "/request", 200, """{"method": "GET", "url": "/yours"}""");
            await Ask("POST", root + "/request-pattern", 200, """{"method": "GET"}""");
        }

        await Ask("POST", "/requests/reset", 200);
        await Ask("DELETE", "/requests", 200);
        await Ask("POST", "/mappings/import", 200, $$"""{"mappings": [{{Mapping}}]}""");
        await Ask("GET", "/settings", 200);
        await Ask("POST", "/settings", 200, """{"fixedDelay": 0}""");
        await Ask("GET", "/recordings/status", 200);
        foreach (var action in new[] { "start", "stop", "snapshot" }) await Ask("POST", "/recordings/" + action, 501);
        await Ask("POST", "/shutdown", 403);
        await Ask("POST", "/mappings/save", 403);
        await Ask("POST", "/mappings/reset", 200);
        await Ask("DELETE", "/mappings/{id}", 404, id: id);
        await Ask("POST", "/mappings/remove-by-metadata", 200, ById);
        await Ask("DELETE", "/mappings", 200);
        await Ask("POST", "/reset", 200);
    }

    /// <summary>A sandbox whose vendor is answered by another sandbox, as by the vendor's own API.</summary>
    private async Task RecordingsAsync(Sandbox other, string vendor)
    {
        await using var proxied = await Sandbox.StartAsync(o => o.With(settings => settings with { Specs = Vendors.Specs, Vendors = [vendor], ProxyTo = new Dictionary<string, string> { [vendor] = other.Host(vendor).BaseUrl } }));
        using var control = proxied.ControlClient();
        using (var client = new HttpClient()) await client.GetAsync(proxied.Host(vendor).Url + "/no-such-path");
        await AskAsync(control, "GET", "/__admin/recordings", $"/__admin/recordings?vendor={vendor}", 200);
        await AskAsync(control, "GET", "/__admin/recordings/differences", $"/__admin/recordings/differences?vendor={vendor}", 200);
        await AskAsync(control, "DELETE", "/__admin/recordings", $"/__admin/recordings?vendor={vendor}", 204);
        await AskAsync(control, "GET", "/__admin/recordings", "/__admin/recordings?vendor=nobody", 404);
    }

    private async Task<string> VendorUrlAsync(HttpClient control, string vendor) =>
        (string)(await AskAsync(control, "GET", "/__admin/vendors", "/__admin/vendors", 200)).AsArray().Single(card => (string)card!["name"]! == vendor)!["url"]!;

    /// <summary>Asks, and has the answer judged.</summary>
    /// <param name="path">As the document has it.</param>
    /// <param name="status">0 for any that the document describes.</param>
    private async Task<JsonNode> AskAsync(HttpClient control, string method, string path, string target, int status = 0, string body = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        if (body.Length > 0) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var reply = await control.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        output.WriteLine($"{method} {target}: {(int)reply.StatusCode}");
        if (status > 0) ((int)reply.StatusCode).ShouldBe(status, $"{method} {target}: {text}");
        asked.Add($"{method} {path}");
        violations.AddRange(document.Violations(method, path, (int)reply.StatusCode, reply.Content.Headers.ContentType?.MediaType, text));
        return reply.Content.Headers.ContentType?.MediaType == "application/json" && text.Length > 0 ? JsonNode.Parse(text)! : new JsonObject();
    }
}
