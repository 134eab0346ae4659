using System.Net;
using System.Text.Json.Nodes;
using MockCustomers.Server;
using MockCustomers.Testing;

namespace MockCustomers.Stubs.Tests;

/// <summary>A vendor's own API, for which a second sandbox stands in, answers through the sandbox and is recorded.</summary>
public sealed class ProxyTests
{
    private const string Vendor = "jani";

    [Fact]
    public async Task The_API_answers_byte_for_byte_and_a_stub_before_it()
    {
        await using var api = await ApiAsync();
        await using var proxy = await ProxyAsync(api);
        using var direct = api.Vendor(Vendor).CreateClient();
        using var through = proxy.Vendor(Vendor).CreateClient();

        foreach (var path in new[] { "customers", "customers/cus_01h3vjs3b16yc3f9q8q9pfrb80", "customers/nobody" })
        {
            using var wanted = await direct.GetAsync(path);
            using var got = await through.GetAsync(path);
            got.StatusCode.ShouldBe(wanted.StatusCode, path);
            (await got.Content.ReadAsByteArrayAsync()).ShouldBe(await wanted.Content.ReadAsByteArrayAsync(), path);
            got.Content.Headers.ContentType.ShouldBe(wanted.Content.Headers.ContentType);
        }

        var (status, body) = await StubSandbox.SendAsync(
            through, HttpMethod.Post, "/__admin/mappings", """{"Request": {"Path": "/api/v1/customers", "Methods": ["GET"]}, "Response": {"StatusCode": 418}}""", null);
        status.ShouldBe(HttpStatusCode.Created, body);
        using var stubbed = await through.GetAsync("customers");
        ((int)stubbed.StatusCode).ShouldBe(418);
    }

    [Fact]
    public async Task What_is_recorded_answers_alike_without_anybodys_data()
    {
        await using var api = await ApiAsync();
        await using var proxy = await ProxyAsync(api);
        using var through = proxy.Vendor(Vendor).CreateClient();
        var listed = JsonNode.Parse(await through.GetStringAsync("customers"))!.AsArray();
        var id = (string)listed[0]!["id"]!;
        await through.GetStringAsync("customers/" + id);
        using var missing = await through.GetAsync("customers/nobody");

        using var control = proxy.ControlClient();
        var recorded = await control.GetStringAsync("/__admin/recordings?vendor=" + Vendor);
        foreach (var customer in listed)
            foreach (var field in new[] { "name", "email", "phone" })
                if ((string?)customer![field] is { } text) recorded.ShouldNotContain(text);
        recorded.ShouldNotContain("Bearer");
        recorded.ShouldContain("@example.com");

        using var folder = new TemporaryFolder();
        folder.Write(recorded, Vendor, "recorded.json");
        await using var replay = await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [Vendor], Stubs = folder.Path, Options = settings.Options with { Population = 0 } }));
        using var client = replay.Vendor(Vendor).CreateClient();
        var replayed = JsonNode.Parse(await client.GetStringAsync("customers"))!.AsArray();
        replayed.Count.ShouldBe(listed.Count);
        replayed[0]!["status"]!.GetValue<string>().ShouldBe((string)listed[0]!["status"]!);
        var one = JsonNode.Parse(await client.GetStringAsync("customers/" + id))!;
        one.ToJsonString().ShouldBe(replayed[0]!.ToJsonString(), "the list and the customer agree");
        using var refused = await client.GetAsync("customers/nobody");
        refused.StatusCode.ShouldBe(missing.StatusCode);
    }

    [Fact]
    public async Task What_differs_from_the_spec_is_told()
    {
        using var folder = new TemporaryFolder();
        var specs = folder.CopyOf(RepositoryFiles.Specs);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(specs, Vendor)))
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("payment_method", "payment_id", StringComparison.Ordinal));
        await using var api = await ApiAsync(settings => settings with { Specs = specs, Fixtures = folder.Path });
        await using var proxy = await ProxyAsync(api);
        using var through = proxy.Vendor(Vendor).CreateClient();
        await through.GetStringAsync("customers");

        using var control = proxy.ControlClient();
        var differences = JsonNode.Parse(await control.GetStringAsync("/__admin/recordings/differences?vendor=" + Vendor))!["differences"]!.AsArray();

        differences.ShouldContain(found => (string)found!["place"]! == "body/*/payment_id" && (string)found["expected"]! == "not in the spec");
        differences.ShouldContain(found => (string)found!["place"]! == "body/*/payment_method");
        (await control.DeleteAsync("/__admin/recordings?vendor=" + Vendor)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await control.GetStringAsync("/__admin/recordings?vendor=" + Vendor)).ShouldBe("[]");
    }

    [Fact]
    public async Task An_API_that_does_not_answer_is_a_bad_gateway()
    {
        await using var proxy = await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [Vendor], ProxyTo = new Dictionary<string, string> { [Vendor] = "http://127.0.0.1:1" } }));
        using var through = proxy.Vendor(Vendor).CreateClient();

        using var reply = await through.GetAsync("customers");

        reply.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await reply.Content.ReadAsStringAsync()).ShouldContain("no reply from http://127.0.0.1:1");
    }

    [Fact]
    public async Task A_vendor_that_the_sandbox_answers_has_no_recordings()
    {
        await using var sandbox = await ApiAsync();
        using var control = sandbox.ControlClient();

        using var reply = await control.GetAsync("/__admin/recordings?vendor=" + Vendor);

        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reply.Content.ReadAsStringAsync()).ShouldContain("--proxy-to jani=URL");
    }

    private static async Task<Sandbox> ApiAsync(Func<SandboxSettings, SandboxSettings>? choose = null) =>
        await Sandbox.StartAsync(o => o.With(settings => (choose ?? (same => same))(settings with { Vendors = [Vendor], Options = settings.Options with { Seed = new("the API's"), Population = 500 } })));

    private static async Task<Sandbox> ProxyAsync(Sandbox api) =>
        await Sandbox.StartAsync(o => o.With(settings => settings with { Vendors = [Vendor], ProxyTo = new Dictionary<string, string> { [Vendor] = api.Host(Vendor).BaseUrl } }));
}
