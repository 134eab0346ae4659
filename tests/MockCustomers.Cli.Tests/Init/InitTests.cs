using System.Text.Json.Nodes;
using MockCustomers.Cli.Configuration;
using MockCustomers.Cli.Tests.Configuration;

namespace MockCustomers.Cli.Tests.Init;

/// <summary>init: a file of settings to begin with, and a vendor of a spec that the user has.</summary>
public sealed class InitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Specs => [.. Directory.GetFiles(RepositoryFiles.PathOf("tests", "MockCustomers.Cli.Tests", "Init", "Specs")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Fact]
    public async Task What_it_writes_is_read_and_changes_nothing()
    {
        using var ended = await RunAsync("init");
        using var before = await RunAsync("generate", "--vendor", Vendors.First, "--count", "2", "--config", "none");
        using var after = await RunAsync("generate", "--vendor", Vendors.First, "--count", "2");

        ended.ExitCode.ShouldBe(0, ended.Told);
        ended.Output.ShouldContain("mockcustomers.yaml: ");
        ended.Output.ShouldEndWith("Next: mockcustomers\n");
        after.Output.ShouldBe(before.Output);
        after.Error.ShouldBeEmpty();
        (await File.ReadAllTextAsync(folder.Of("mockcustomers.schema.json"))).ShouldBe(ConfigSchema.Text);
        (await File.ReadAllLinesAsync(folder.Of("mockcustomers.yaml")))[0].ShouldBe("# yaml-language-server: $schema=mockcustomers.schema.json");
    }

    [Fact]
    public async Task Every_key_stands_in_a_comment_that_is_right_when_it_is_none()
    {
        using var ended = await RunAsync("init", "--output", "all.yaml");
        foreach (var name in new[] { "specs", "fixtures", "stubs" }) Directory.CreateDirectory(folder.Of(name));
        foreach (var name in new[] { "token.txt", "certificate.pem", "key.pem" }) folder.Write("token", name);
        var lines = await File.ReadAllLinesAsync(folder.Of("all.yaml"));
        var keys = lines.Where(line => line.StartsWith('#') && line.Length > 1 && char.IsAsciiLetterLower(line[1])).ToList();
        var path = folder.Write(string.Join('\n', keys.Select(line => line[1..])), "whole.yaml");

        var file = ConfigFile.Load(path, () => ConfigSchema.Flags);

        file.Mistakes.ShouldBeEmpty();
        ConfigSchema.Flags.Where(flag => file.Text(flag.Key!) is null).Select(flag => flag.Key).ShouldBeEmpty();
        foreach (var flag in ConfigSchema.Flags.Where(flag => flag.Otherwise is not null)) file.Text(flag.Key!).ShouldBe(flag.Otherwise);
    }

    [Fact]
    public async Task It_writes_over_nothing_unless_it_is_told_to()
    {
        folder.Write("seed: 7", "mockcustomers.yaml");

        using var refused = await RunAsync("init", "--vendor", Vendors.First);
        var kept = await File.ReadAllTextAsync(folder.Of("mockcustomers.yaml"));
        using var forced = await RunAsync("init", "--vendor", Vendors.First, "--force", "--config", "none");

        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("mockcustomers.yaml is there already; --force writes over it");
        File.Exists(folder.Of("mockcustomers.schema.json")).ShouldBeFalse();
        kept.ShouldBe("seed: 7");
        forced.ExitCode.ShouldBe(2, "--config is no flag of init");
        using var again = await RunAsync("init", "--vendor", Vendors.First, "--force");
        again.ExitCode.ShouldBe(0, again.Told);
        (await File.ReadAllTextAsync(folder.Of("mockcustomers.yaml"))).ShouldContain($"\nvendor: [{Vendors.First}]\n");
    }

    [Theory]
    [InlineData("--vendor nobody", "there is no vendor 'nobody'")]
    [InlineData("--spec nowhere.json", "an OpenAPI document that is there")]
    [InlineData("--name acme", "--spec, which is missing")]
    [InlineData("--output settings.json", "a name that ends in .yaml or .yml")]
    [InlineData("--spec spec.json --name Acme", "lower-case letters")]
    public async Task What_makes_no_sense_is_refused(string line, string told)
    {
        folder.Write("{}", "spec.json");

        using var ended = await RunAsync(["init", .. line.Split(' ')]);

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain(told);
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_no_spec_is_refused_and_nothing_is_written()
    {
        folder.Write("""{"openapi": "9.0"}""", "spec.json");

        using var ended = await RunAsync("init", "--spec", "spec.json");

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain("spec.json#/openapi: '9.0' is not a version that can be read");
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_spec_whose_components_are_no_map_is_guessed_without_them()
    {
        folder.Write("""{"openapi": "3.0.3", "info": {"title": "Acme", "version": "1"}, "components": [], "paths": {}}""", "spec.json");

        using var ended = await RunAsync("init", "--spec", "spec.json");

        ended.ExitCode.ShouldBe(0, ended.Told);
        ended.Error.ShouldBeEmpty();
        File.Exists(folder.Of("specs/acme/vendor.yaml")).ShouldBeTrue(ended.Told);
    }

    /// <summary>Three shapes: an envelope with a page's numbers and kinds; a bare list and no operationId; OpenAPI 2.0 with a cursor.</summary>
    [Theory, MemberData(nameof(Specs))]
    public async Task A_spec_of_the_users_own_is_served_at_once(string file)
    {
        File.Copy(RepositoryFiles.PathOf("tests", "MockCustomers.Cli.Tests", "Init", "Specs", file), folder.Of(file));

        using var made = await RunAsync("init", "--spec", file, "--name", "acme");
        using var valid = await RunAsync("validate");
        made.ExitCode.ShouldBe(0, made.Told);
        made.Output.ShouldEndWith("Next: mockcustomers\n");
        valid.ExitCode.ShouldBe(0, valid.Told);
        valid.Output.ShouldContain("ok  acme  ");

        using var serving = Start("--port-base", "0", "--ports-file", "ports.json");
        await serving.WritesAsync("__admin/curls");
        var acme = JsonNode.Parse(await File.ReadAllTextAsync(folder.Of("ports.json")))!["vendors"]!["acme"]!;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        client.DefaultRequestHeaders.TryAddWithoutValidation((string)acme["header"]!, (string)acme["value"]!);
        var control = (string)JsonNode.Parse(await File.ReadAllTextAsync(folder.Of("ports.json")))!["control"]!;
        var operations = JsonNode.Parse(await client.GetStringAsync($"{control}/__admin/vendors"))![0]!["operations"]!.AsArray();
        var gets = operations.Where(operation => (string)operation!["method"]! == "GET").ToList();
        gets.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var get in gets)
        {
            using var reply = await client.GetAsync((string)get!["example"]!);
            ((int)reply.StatusCode).ShouldBe(200, await reply.Content.ReadAsStringAsync());
        }
    }

    private async Task<OtherProgram> RunAsync(params string[] args) => await Start(args).EndAsync();

    private OtherProgram Start(params string[] args) => new(folder.Path, null, "dotnet", [CommandFile.Path, .. args]);
}
