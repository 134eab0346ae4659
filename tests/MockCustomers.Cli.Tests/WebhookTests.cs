using System.Text;
using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>listen receives webhooks, and verify-signature says why one does not match.</summary>
public sealed class WebhookTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    private const string Time = "1767225600";
    private const string At = "2026-01-01T00:00:00Z";

    private const string Body = """{"type":"customer.created","data":{"id":"1"}}""";

    [Fact]
    public async Task What_a_sandbox_sends_is_received_verified_and_printed()
    {
        var vendor = await VendorWithAsync("standard-webhooks");
        using var listening = Command.Start([], "listen", "--port", "0", "--secret", Secret);
        await listening.WritesAsync("receives at ");
        var url = listening.Output.Split('\n')[0].Split(' ')[2].TrimEnd(';');
        var (status, text) = await fixture.Client.PostJsonAsync($"{fixture.Sandbox.Control}/__admin/webhooks?session=listened", $$"""{"vendor": "{{vendor}}", "url": "{{url}}", "secret": "{{Secret}}"}""");
        status.ShouldBe(201, text);
        var made = await CreateAsync(vendor, "listened");
        await listening.WritesAsync(made);
        listening.Output.ShouldContain($"ok    {vendor}  customer.created\n      {{");
        listening.Output.ShouldNotContain('\u001b');

        using var client = new HttpClient();
        (await client.PostJsonAsync(url, """{"forged": true}""")).Status.ShouldBe(401);
        using var forged = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
        forged.Headers.Add("webhook-id", "msg_1");
        forged.Headers.Add("webhook-timestamp", Time);
        forged.Headers.Add("webhook-signature", "v1,AAAA");
        ((int)(await client.SendAsync(forged)).StatusCode).ShouldBe(401);
        await listening.WritesAsync($"no    {vendor}  customer.created  neither the secret");
        ((int)(await client.GetAsync(url)).StatusCode).ShouldBe(405);
        (await listening.StopAsync()).ExitCode.ShouldBe(0, listening.Told);
    }

    [Fact]
    public async Task Each_so_manieth_webhook_is_answered_500()
    {
        using var listening = Command.Start([], "listen", "--port", "0", "--fail-every", "2");
        await listening.WritesAsync("receives at ");
        var url = listening.Output.Split('\n')[0].Split(' ')[2].TrimEnd(';');
        using var client = new HttpClient();
        var statuses = new List<int>();
        for (var i = 0; i < 6; i++) statuses.Add((await client.PostJsonAsync(url, "{}")).Status);
        statuses.ShouldBe([401, 500, 401, 500, 401, 500]);
        (await listening.StopAsync()).ExitCode.ShouldBe(0, listening.Told);
    }

    [Fact]
    public async Task A_signature_is_explained_and_the_exit_code_says_whether_it_matches()
    {
        var vendor = await VendorWithAsync("standard-webhooks");
        using var folder = new TemporaryFolder();
        var body = folder.Write(Body, "body.json");
        var changed = folder.Write(Body + "\n", "changed.json");
        var signature = "v1," + Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"msg_1.{Time}.{Body}")));

        (await VerifyAsync(body, signature)).ShouldBe((0, "ok  the signature is that of this secret and body (standard-webhooks)\n"));
        var (code, told) = await VerifyAsync(changed, signature);
        code.ShouldBe(7);
        told.ShouldStartWith("no  the signature in webhook-signature is of the body without a newline at its end");
        (code, told) = await VerifyAsync(body, signature, "2026-01-01T00:06:00Z");
        code.ShouldBe(7);
        told.ShouldContain("00:06:00 ago");

        async Task<(int Code, string Told)> VerifyAsync(string file, string sent, string at = At)
        {
            using var ended = await Command.RunAsync(
                "verify-signature", "--vendor", vendor, "--secret", Secret, "--body", file, "--at", at,
                "--header", "Webhook-Id: msg_1", "--header", $"webhook-timestamp: {Time}", "--header", $"webhook-signature: {sent}");
            return (ended.ExitCode, ended.Output + ended.Error);
        }
    }

    [Fact]
    public async Task A_secret_that_is_missing_or_none_and_a_file_that_is_not_there_are_told()
    {
        var vendor = await VendorWithAsync("standard-webhooks");
        using var folder = new TemporaryFolder();
        var body = folder.Write(Body, "body.json");

        using var missing = await Command.RunAsync("verify-signature", "--vendor", vendor, "--body", body, "--header", "a: b");
        missing.ExitCode.ShouldBe(2);
        missing.Error.ShouldContain("--secret");
        using var none = await Command.RunAsync("verify-signature", "--vendor", vendor, "--secret", "x", "--body", body, "--header", "a: b");
        none.ExitCode.ShouldBe(2);
        none.Error.ShouldContain("whsec_");
        using var gone = await Command.RunAsync("verify-signature", "--vendor", vendor, "--secret", Secret, "--body", folder.Of("nothing"), "--header", "a: b");
        gone.ExitCode.ShouldBe(1);
    }

    private async Task<string> VendorWithAsync(string signature)
    {
        foreach (var vendor in Vendors.All().Select(row => row.Data))
        {
            var (_, text) = await fixture.Client.PostJsonAsync($"{fixture.Sandbox.Control}/__admin/webhooks?session=asked", $$"""{"vendor": "{{vendor}}", "url": "http://127.0.0.1:9/"}""");
            if ((string)JsonNode.Parse(text)!["signature"]! == signature) return vendor;
        }

        throw new InvalidOperationException($"no vendor signs with {signature}");
    }

    /// <summary>Makes a customer, as the vendor's curl does.</summary>
    /// <returns>A part of it.</returns>
    private async Task<string> CreateAsync(string vendor, string session)
    {
        var cards = JsonNode.Parse(await fixture.Client.GetStringAsync(new Uri($"{fixture.Sandbox.Control}/__admin/vendors")))!.AsArray();
        var card = cards.First(found => (string)found!["name"]! == vendor)!;
        var create = card["operations"]!.AsArray().First(operation => (string)operation!["id"]! == "createCustomer")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, (string)create["example"]!) { Content = new StringContent("""{"name": "Ada Listened", "email": "listened@example.com"}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation((string)card["auth"]!["header"]!, (string)card["auth"]!["value"]!);
        request.Headers.Add("X-Sandbox-Session", session);
        using var reply = await fixture.Client.SendAsync(request);
        reply.IsSuccessStatusCode.ShouldBeTrue(await reply.Content.ReadAsStringAsync());
        return "listened@example.com";
    }
}
