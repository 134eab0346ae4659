using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests;

/// <summary>generate writes what serve serves.</summary>
public sealed class GenerateTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_bytes_are_those_that_are_served(string vendor)
    {
        using var ended = await Command.RunAsync("generate", "--vendor", vendor, "--count", "1");
        var customer = ended.Output.TrimEnd('\n');

        var one = PrintedCurl.Of(vendor, fixture.Sandbox.Command.Output).First(line => line.Method == "GET" && customer.Contains(line.Url.Split('/')[^1]));
        using var reply = await fixture.Client.SendAsync(one.Request());

        (await reply.Content.ReadAsStringAsync()).ShouldContain(customer);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task The_forms_hold_the_same_customers(string vendor)
    {
        using var ndjson = await Command.RunAsync("generate", "--vendor", vendor, "--population", "1200");
        using var json = await Command.RunAsync("generate", "--vendor", vendor, "--population", "1200", "--format", "json");
        using var csv = await Command.RunAsync("generate", "--vendor", vendor, "--population", "1200", "--format", "csv");

        var lines = ndjson.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1200);
        JsonNode.Parse(json.Output)!.AsArray().Select(c => c!.ToJsonString()).ShouldBe(lines.Select(l => JsonNode.Parse(l)!.ToJsonString()));
        var rows = CsvRows.Read(csv.Output);
        rows.Count.ShouldBe(1201);
        rows.Select(r => r.Count).Distinct().ShouldHaveSingleItem();
        foreach (var (line, row) in lines.Zip(rows.Skip(1)))
            rows[0].Zip(row).Where(c => c.Second.Length > 0).ShouldBe(CsvRows.Leaves(line).OrderBy(c => rows[0].IndexOf(c.Column)), vendor);
    }

    [Fact]
    public async Task A_stretch_is_cut_from_the_whole()
    {
        using var whole = await Command.RunAsync("generate", "--vendor", Vendors.First, "--count", "1700");
        using var stretch = await Command.RunAsync("generate", "--vendor", Vendors.First, "--from", "600", "--count", "1100");

        var lines = whole.Output.Split('\n');
        stretch.Output.Split('\n').ShouldBe(lines[600..]);
    }

    [Fact]
    public async Task A_population_of_default_size_grows()
    {
        using var grown = await Command.RunAsync("generate", "--vendor", Vendors.First, "--from", "200000", "--count", "1");
        using var chosen = await Command.RunAsync("generate", "--vendor", Vendors.First, "--from", "200000", "--count", "1", "--population", "200000");

        grown.ExitCode.ShouldBe(0);
        grown.Error.ShouldContain("--population");
        chosen.ExitCode.ShouldBe(2);
        chosen.Error.ShouldContain("there are 200000");
    }

    [Fact]
    public async Task A_file_appears_when_it_is_complete()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("customers.ndjson");

        using var piped = await Command.RunAsync("generate", "--vendor", Vendors.First, "--count", "700");
        using var written = await Command.RunAsync("generate", "--vendor", Vendors.First, "--count", "700", "--output", file);

        written.ExitCode.ShouldBe(0);
        written.Output.ShouldBeEmpty();
        written.Error.ShouldBeEmpty();
        (await File.ReadAllTextAsync(file)).ShouldBe(piped.Output);
        Directory.GetFiles(folder.Path).ShouldBe([file]);
    }

    [Fact]
    public async Task Interrupted_it_leaves_no_half_file()
    {
        using var folder = new TemporaryFolder();
        using var command = Command.Start([], "generate", "--vendor", Vendors.First, "--count", "1000000000", "--output", folder.Of("customers.ndjson"));
        while (Directory.GetFiles(folder.Path).Length == 0)
        {
            command.HasEnded.ShouldBeFalse(command.Error);
            await Task.Delay(20);
        }

        var ended = await command.StopAsync();

        ended.ExitCode.ShouldBe(130);
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }
}
