using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Server;
using MockCustomers.Testing;

namespace MockCustomers.Vendors.Tests;

/// <summary>Changed files are served without a restart, without a dropped connection, and with what clients wrote.</summary>
public sealed class ReloadTests : IAsyncLifetime
{
    private const string Session = "X-Sandbox-Session";
    private readonly TemporaryFolder folder = new();
    private readonly TaskCompletionSource<ReloadReport> reloaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Sandbox sandbox = null!;
    private HttpClient client = null!;
    private HttpClient control = null!;

    private string Manifest => Path.Combine(folder.Path, Shelf.Name, "vendor.yaml");

    private string Spec => Path.Combine(folder.Path, Shelf.Name, "openapi.yaml");

    public async ValueTask InitializeAsync() => await StartAsync(watch: false);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        control.Dispose();
        await sandbox.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_changed_manifest_is_served_and_no_request_under_way_notices()
    {
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var seen = new List<string>();
            while (!stop.IsCancellationRequested) seen.Add(await (await client.GetAsync("nowhere")).Content.ReadAsStringAsync());
            return seen;
        })).ToList();

        for (var change = 1; change <= 3; change++)
        {
            Change(Manifest, change == 1 ? "no such path" : $"changed {change - 1}", $"changed {change}");
            var report = await ReloadAsync(HttpStatusCode.OK);
            ((string)report["status"]!).ShouldBe("served");
            report["changed"]!.AsArray().Select(name => (string)name!).ShouldBe([Shelf.Name]);
            (await (await client.GetAsync("nowhere")).Content.ReadAsStringAsync()).ShouldBe($$"""{"error":"changed {{change}}"}""");
        }

        await stop.CancelAsync();
        var replies = (await Task.WhenAll(callers)).SelectMany(seen => seen).ToList();
        replies.Count.ShouldBeGreaterThan(8);
        replies.ShouldAllBe(reply => reply.StartsWith("{\"error\":\"no such path\"}") || reply.StartsWith("{\"error\":\"changed "));
    }

    [Fact]
    public async Task A_changed_spec_is_shown_as_it_is_served()
    {
        var before = JsonNode.Parse(await control.GetStringAsync($"specs/{Shelf.Name}/openapi.json"))!;
        ((int)NameOf(before)["maxLength"]!).ShouldBe(60);

        Change(Spec, "maxLength: 60", "maxLength: 20");
        ((int)NameOf(JsonNode.Parse(await control.GetStringAsync($"specs/{Shelf.Name}/openapi.json"))!)["maxLength"]!).ShouldBe(60);
        await ReloadAsync(HttpStatusCode.OK);

        ((int)NameOf(JsonNode.Parse(await control.GetStringAsync($"specs/{Shelf.Name}/openapi.json"))!)["maxLength"]!).ShouldBe(20);

        static JsonNode NameOf(JsonNode document) => document["components"]!["schemas"]!["Customer"]!["properties"]!["name"]!;
    }

    [Fact]
    public async Task What_clients_wrote_stays_where_it_fits_and_what_does_not_is_told()
    {
        var (shorter, longer) = ("Ann", new string('n', 40));
        var kept = await CreateAsync(shorter, null);
        var lost = await CreateAsync(longer, null);
        var elsewhere = await CreateAsync(longer, "other");
        var changed = await UpdateAsync("Bert");
        var checkpoint = await PostAsync("__admin/sessions/default/checkpoints");
        (await client.PatchAsync($"customers/{kept}", Json("""{"name": "Cleo", "secret": "s"}"""))).EnsureSuccessStatusCode();

        Change(Spec, "maxLength: 60", "maxLength: 20");
        var report = await ReloadAsync(HttpStatusCode.OK);

        var told = report["lost"]!.AsArray().Select(write => ((string)write!["session"]!, (string)write["id"]!, (string)write["reason"]!)).ToList();
        told.ShouldBe([("default", lost, "/name: maxLength 20"), ("other", elsewhere, "/name: maxLength 20")], ignoreOrder: true);
        (await client.GetAsync($"customers/{lost}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await NameAsync(kept)).ShouldBe("Cleo");
        (await NameAsync(changed)).ShouldBe("Bert");
        var listed = JsonNode.Parse(await client.GetStringAsync("customers"))!.AsArray().Select(customer => (string)customer!["id"]!).ToList();
        listed[0].ShouldBe(kept, "the newest");
        listed.ShouldNotContain(lost);

        await PostAsync("__admin/sessions/default/rollback", $$"""{"checkpoint": "{{checkpoint["checkpoint"]}}"}""");
        (await NameAsync(kept)).ShouldBe(shorter, "checkpoints are carried over as well");
        (await CreateAsync("Dora", null)).ShouldNotBe(lost, "no id is given twice");
    }

    [Fact]
    public async Task A_bad_change_is_told_and_the_good_one_serves_on()
    {
        var fingerprint = await control.GetStringAsync("__admin/fingerprint");
        Change(Manifest, "action: fetch", "action: fetsch");
        var report = await ReloadAsync(HttpStatusCode.UnprocessableEntity);
        ((string)report["status"]!).ShouldBe("refused");
        report["diagnostics"]!.AsArray().ShouldNotBeEmpty();
        report["diagnostics"]!.AsArray().ShouldAllBe(wrong => ((string)wrong!["file"]!).EndsWith("vendor.yaml") && ((string)wrong["problem"]!).Contains("fetsch"));

        var ready = await control.GetAsync("health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.OK, "it serves");
        ((string)JsonNode.Parse(await ready.Content.ReadAsStringAsync())!["reload"]!["status"]!).ShouldBe("refused");
        (await client.GetAsync("customers")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await control.GetStringAsync("__admin/fingerprint")).ShouldBe(fingerprint, "what is served has not changed");

        Change(Manifest, "action: fetsch", "action: fetch");
        var reverted = await ReloadAsync(HttpStatusCode.OK);
        reverted["changed"]!.AsArray().ShouldBeEmpty("the files are again what is served");
        ((string)JsonNode.Parse(await control.GetStringAsync("health/ready"))!["reload"]!["status"]!).ShouldBe("served");
    }

    [Fact]
    public async Task A_vendor_that_is_new_listens_and_one_that_is_gone_does_not()
    {
        Shelf.Write(folder, "annex");
        (await ReloadAsync(HttpStatusCode.OK))["added"]!.AsArray().Select(name => (string)name!).ShouldBe(["annex"]);
        sandbox.Vendors.ShouldBe(["annex", Shelf.Name]);
        using var annex = sandbox.Vendor("annex").CreateClient();
        (await annex.GetAsync("customers")).StatusCode.ShouldBe(HttpStatusCode.OK);

        Directory.Delete(Path.Combine(folder.Path, "annex"), recursive: true);
        (await ReloadAsync(HttpStatusCode.OK))["removed"]!.AsArray().Select(name => (string)name!).ShouldBe(["annex"]);
        sandbox.Vendors.ShouldBe([Shelf.Name]);
        await Should.ThrowAsync<HttpRequestException>(() => annex.GetAsync("customers"));
        (await client.GetAsync("customers")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_watched_file_is_served_when_it_changes()
    {
        client.Dispose();
        control.Dispose();
        await sandbox.DisposeAsync();
        await StartAsync(watch: true);

        Change(Manifest, "no such path", "changed");
        var report = await reloaded.Task.WaitAsync(TimeSpan.FromSeconds(60));

        report.Changed.ShouldBe([Shelf.Name]);
        (await (await client.GetAsync("nowhere")).Content.ReadAsStringAsync()).ShouldBe("""{"error":"changed"}""");
    }

    [Fact]
    public async Task A_sessions_own_key_works_on()
    {
        var opened = await PostAsync("__admin/sessions", """{"name": "mine"}""");
        var access = opened["vendors"]![Shelf.Name]!;
        Change(Manifest, "no such path", "changed");
        await ReloadAsync(HttpStatusCode.OK);

        using var request = new HttpRequestMessage(HttpMethod.Post, (string)access["baseUrl"]! + "/customers") { Content = Json("""{"name": "Ann", "secret": "s"}""") };
        request.Headers.TryAddWithoutValidation((string)access["header"]!, (string)access["value"]!);
        using var caller = new HttpClient();
        (await caller.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var sessions = JsonNode.Parse(await control.GetStringAsync("__admin/sessions/mine"))!;
        ((int)sessions["writes"]![Shelf.Name]!).ShouldBe(1);
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static void Change(string file, string old, string changed)
    {
        var text = File.ReadAllText(file);
        text.ShouldContain(old);
        File.WriteAllText(file, text.Replace(old, changed, StringComparison.Ordinal));
    }

    private async Task StartAsync(bool watch)
    {
        if (!Directory.Exists(Path.Combine(folder.Path, Shelf.Name))) Shelf.Write(folder);
        sandbox = await Sandbox.StartAsync(o => o.With(settings => settings with
        {
            Specs = folder.Path,
            BuiltIn = null,
            Watch = watch,
            OnReloaded = report => reloaded.TrySetResult(report),
            Options = new SandboxOptions { Population = 50 },
        }));
        client = sandbox.Vendor(Shelf.Name).CreateClient();
        control = sandbox.ControlClient();
    }

    private async Task<JsonNode> ReloadAsync(HttpStatusCode status)
    {
        var answer = await control.PostAsync("__admin/reload", Json("{}"));
        var report = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        answer.StatusCode.ShouldBe(status, report.ToJsonString());
        return report;
    }

    private async Task<JsonNode> PostAsync(string path, string body = "{}")
    {
        var answer = await control.PostAsync(path, Json(body));
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private async Task<string> CreateAsync(string name, string? session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "customers") { Content = Json($$"""{"name": "{{name}}", "secret": "s"}""") };
        if (session is not null) request.Headers.Add(Session, session);
        var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
    }

    /// <summary>Changes the name of a customer of the population.</summary>
    private async Task<string> UpdateAsync(string name)
    {
        var customers = sandbox.Host(Shelf.Name).Customers;
        var id = customers.IdOf(customers.Everybody[7]);
        (await client.PatchAsync($"customers/{id}", Json($$"""{"name": "{{name}}", "secret": "s"}"""))).EnsureSuccessStatusCode();
        return id;
    }

    private async Task<string> NameAsync(string id) => (string)JsonNode.Parse(await client.GetStringAsync($"customers/{id}"))!["name"]!;
}
