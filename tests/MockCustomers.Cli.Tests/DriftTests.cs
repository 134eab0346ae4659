using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>drift: a vendor's own API, for which a second sandbox stands in, against the spec.</summary>
public sealed class DriftTests
{
    [Fact]
    public async Task An_API_that_is_as_its_spec_says_shows_no_difference()
    {
        using var api = await RunningSandbox.StartAsync("--vendor", "jani,flexprice", "--seed", "17");

        foreach (var vendor in new[] { "jani", "flexprice" })
        {
            using var ended = await Command.RunAsync("drift", "--vendor", vendor, "--against", BaseUrl(api, vendor));

            ended.Error.ShouldBeEmpty();
            ended.ExitCode.ShouldBe(0);
            ended.Output.ShouldContain(" requests, 0 differences");
            ended.Output.ShouldNotContain("not tried");
        }
    }

    [Fact]
    public async Task A_changed_API_is_told_field_by_field_without_anybodys_data()
    {
        using var folder = new TemporaryFolder();
        using var api = await ChangedAsync(folder);

        using var ended = await Command.RunAsync("drift", "--vendor", "jani", "--against", BaseUrl(api, "jani"));

        ended.ExitCode.ShouldBe(5);
        ended.Output.ShouldContain("  body/*/payment_id: not in the spec; the API has: null, string");
        ended.Output.ShouldContain("  body/*/payment_method: required string");
        ended.Output.ShouldMatch(@"  body/\*/status: enum .*suspended.*; the API has: paused");
        ended.Output.ShouldContain("  status for an unknown customer: 404, as the sandbox answers; the API has: 410");
        ended.Output.ShouldNotContain("@");
    }

    [Fact]
    public async Task The_report_is_one_JSON_object_when_asked_for()
    {
        using var folder = new TemporaryFolder();
        using var api = await ChangedAsync(folder);

        using var ended = await Command.RunAsync("drift", "--vendor", "jani", "--against", BaseUrl(api, "jani"), "--format", "json");

        ended.ExitCode.ShouldBe(5);
        var operations = JsonNode.Parse(ended.Output)!["operations"]!.AsArray();
        var list = operations.Single(operation => (string)operation!["operation"]! == "GET /api/v1/customers")!;
        list["differences"]!.AsArray().Single(found => (string)found!["place"]! == "body/*/payment_id")!["seen"]!.GetValue<string>().ShouldBe("null, string");
    }

    [Fact]
    public async Task A_wrong_credential_is_a_difference_of_status()
    {
        using var api = await RunningSandbox.StartAsync("--vendor", "jani");

        using var ended = await Command.RunAsync("drift", "--vendor", "jani", "--against", BaseUrl(api, "jani"), "--credential", "Bearer nobody");

        ended.ExitCode.ShouldBe(5);
        ended.Output.ShouldContain("  status: 200; the API has: 400");
    }

    [Fact]
    public async Task An_API_that_does_not_answer_exits_with_1()
    {
        using var ended = await Command.RunAsync("drift", "--vendor", "jani", "--against", "http://127.0.0.1:1");

        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldContain("no reply from http://127.0.0.1:1/");
    }

    [Fact]
    public async Task A_header_without_a_colon_is_refused()
    {
        using var ended = await Command.RunAsync("drift", "--vendor", "jani", "--against", "http://127.0.0.1:1", "--header", "X-Account");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain("--header: 'X-Account' is not right; a name, a colon and a value");
    }

    /// <summary>An API in which a field and a state have other names, and unknown customers are gone.</summary>
    private static async Task<RunningSandbox> ChangedAsync(TemporaryFolder folder)
    {
        var specs = folder.CopyOf(Vendors.Specs);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(specs, "jani")).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)))
        {
            var text = await File.ReadAllTextAsync(file);
            var changed = text.Replace("payment_method", "payment_id", StringComparison.Ordinal).Replace("suspended", "paused", StringComparison.Ordinal)
                .Replace("noSuchCustomer: {status: 404", "noSuchCustomer: {status: 410", StringComparison.Ordinal);
            changed.ShouldNotBe(text);
            await File.WriteAllTextAsync(file, changed);
        }

        return await RunningSandbox.StartAsync("--vendor", "jani", "--specs", specs, "--fixtures", folder.Path);
    }

    private static string BaseUrl(RunningSandbox sandbox, string vendor) => (string)sandbox.Ports["vendors"]![vendor]!["baseUrl"]!;
}
