using System.Net;
using System.Text.Json.Nodes;
using NSwag;

namespace MockCustomers.Vendors.Tests;

/// <summary>The specs on the control port: what the vendors wrote, with the sandbox in the place of their servers.</summary>
public sealed class SpecsTests(SharedSandbox shared) : IClassFixture<SharedSandbox>
{
    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task A_spec_is_the_vendors_own_but_for_its_servers(string vendor)
    {
        using var tested = await shared.VendorAsync(vendor);
        using var control = (await shared.SandboxAsync()).ControlClient();
        var paths = JsonNode.Parse(await control.GetStringAsync("specs"))![vendor]!.AsArray().Select(path => (string)path!).ToList();
        paths[0].ShouldBe($"/specs/{vendor}/openapi.json");
        paths.Count.ShouldBe(tested.SpecFiles.Count);
        foreach (var (path, file) in paths.Zip(tested.SpecFiles))
        {
            var text = await control.GetStringAsync(path);
            var (served, written) = (JsonNode.Parse(text)!.AsObject(), JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject());

            ((string)served["servers"]!.AsArray().ShouldHaveSingleItem()!["url"]!).ShouldBe(tested.Host.BaseUrl);
            served.Remove("servers");
            written.Remove("servers");
            JsonNode.DeepEquals(served, written).ShouldBeTrue(path);
            (await OpenApiDocument.FromJsonAsync(text)).Paths.Count.ShouldBe(written["paths"]!.AsObject().Count);
        }
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task With_examples_it_describes_requests_that_are_answered_with_success(string vendor)
    {
        var host = (await shared.SandboxAsync()).Host(vendor);
        using var control = (await shared.SandboxAsync()).ControlClient();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(host.Credential.Key, host.Credential.Value);
        var count = 0;
        foreach (var path in JsonNode.Parse(await control.GetStringAsync("specs"))![vendor]!.AsArray())
        {
            var document = JsonNode.Parse(await control.GetStringAsync($"{path}?examples=on"))!.AsObject();
            foreach (var (template, item) in document["paths"]!.AsObject())
            {
                if (item!["get"] is not JsonObject operation || host.Vendor.Operations.FirstOrDefault(served => served.Operation.Path == template && served.Operation.Method == "GET") is not { NeedsSubscription: false }) continue;
                var target = (string)document["servers"]![0]!["url"]! + Filled(template, operation["parameters"]?.AsArray() ?? []);
                using var reply = await client.GetAsync(target);
                ((int)reply.StatusCode).ShouldBe(200, target);
                count++;
            }
        }

        count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task It_is_sent_once_to_whoever_keeps_it()
    {
        var vendor = (await shared.SandboxAsync()).Vendors[0];
        using var control = (await shared.SandboxAsync()).ControlClient();
        using var first = await control.GetAsync($"specs/{vendor}/openapi.json");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"specs/{vendor}/openapi.json");
        again.Headers.TryAddWithoutValidation("If-None-Match", $"\"other\", W/{first.Headers.ETag}");
        using var second = await control.SendAsync(again);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_asks_under_another_name_is_led_back_there()
    {
        var host = (await shared.SandboxAsync()).Hosts[0];
        using var control = (await shared.SandboxAsync()).ControlClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"specs/{host.Name}/openapi.json");
        request.Headers.Host = "localhost:9999";
        using var reply = await control.SendAsync(request);

        var url = (string)JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["servers"]![0]!["url"]!;
        url.ShouldBe(host.BaseUrl.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("specs/nobody/openapi.json", 404, "there is no vendor 'nobody'")]
    [InlineData("specs/{vendor}/opanapi.json", 404, "did you mean openapi.json?")]
    [InlineData("specs/{vendor}/openapi.json?examples=yes", 400, "one of: off, on")]
    [InlineData("specs/{vendor}/openapi.json?exmaples=on", 400, "did you mean examples?")]
    [InlineData("docs/{vendor}", 501, "this build has no API reference")]
    public async Task What_is_not_there_is_told(string path, int status, string told)
    {
        using var control = (await shared.SandboxAsync()).ControlClient();
        using var reply = await control.GetAsync(path.Replace("{vendor}", (await shared.SandboxAsync()).Vendors[0], StringComparison.Ordinal));

        ((int)reply.StatusCode).ShouldBe(status);
        ((string)JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["error"]!).ShouldContain(told);
    }

    [Fact]
    public async Task A_build_without_API_references_lists_none_and_tells_a_browser_why()
    {
        using var control = (await shared.SandboxAsync()).ControlClient();
        (await control.GetStringAsync("docs")).ShouldBe("[]");

        using var ofBrowser = new HttpRequestMessage(HttpMethod.Get, "docs");
        ofBrowser.Headers.Accept.ParseAdd("text/html");
        using var reply = await control.SendAsync(ofBrowser);
        reply.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await reply.Content.ReadAsStringAsync()).ShouldContain("this build has no API reference");
    }

    private static string Filled(string template, JsonArray parameters)
    {
        var query = new List<string>();
        foreach (var parameter in parameters)
        {
            var (name, example) = ((string)parameter!["name"]!, parameter["example"]?.ToString());
            if (example is null) continue;
            if ((string)parameter["in"]! == "path") template = template.Replace($"{{{name}}}", Uri.EscapeDataString(example), StringComparison.Ordinal);
            else if ((string)parameter["in"]! == "query" && (bool?)parameter["required"] == true) query.Add($"{name}={Uri.EscapeDataString(example)}");
        }

        return query.Count == 0 ? template : $"{template}?{string.Join('&', query)}";
    }
}
