using System.Text.Json.Nodes;

namespace MockCustomers.Cli.Tests.Configuration;

/// <summary>mockcustomers.yaml: flags win over the environment, the environment over the file, the file over the defaults.</summary>
public sealed class ConfigFileTests : IDisposable
{
    private static readonly string[] OneCustomer = ["generate", "--vendor", Vendors.First, "--count", "1"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("mockcustomers.yaml", "seed: 7")]
    [InlineData("mockcustomers.yml", "seed: '7'")]
    [InlineData("mockcustomers.json", """{"$schema": "mockcustomers.schema.json", "seed": 7}""")]
    public async Task It_is_found_where_the_command_runs(string name, string text)
    {
        using var expected = await RunAsync([.. OneCustomer, "--seed", "7"]);
        folder.Write(text, name);

        using var ended = await RunAsync(OneCustomer);
        using var ignoring = await RunAsync([.. OneCustomer, "--config", "none"]);

        ended.Output.ShouldBe(expected.Output);
        ignoring.Output.ShouldNotBe(expected.Output);
    }

    [Fact]
    public async Task The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        folder.Write("seed: 7", "mockcustomers.yaml");
        using var nine = await RunAsync([.. OneCustomer, "--seed", "9", "--config", "none"]);
        using var eight = await RunAsync([.. OneCustomer, "--seed", "8", "--config", "none"]);

        using var environment = await RunAsync(new() { ["MOCKCUSTOMERS_SEED"] = "8" }, OneCustomer);
        using var line = await RunAsync(new() { ["MOCKCUSTOMERS_SEED"] = "8" }, [.. OneCustomer, "--seed", "9"]);

        environment.Output.ShouldBe(eight.Output);
        line.Output.ShouldBe(nine.Output);
    }

    [Fact]
    public async Task It_is_named_by_a_flag_or_by_the_environment()
    {
        folder.Write("seed: 7", "settings", "seven.yaml");
        using var expected = await RunAsync([.. OneCustomer, "--seed", "7"]);

        using var flag = await RunAsync([.. OneCustomer, "--config", "settings/seven.yaml"]);
        using var environment = await RunAsync(new() { ["MOCKCUSTOMERS_CONFIG"] = "settings/seven.yaml" }, OneCustomer);

        flag.Output.ShouldBe(expected.Output);
        environment.Output.ShouldBe(expected.Output);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_by_key()
    {
        folder.Write("portBase: 3\nseed: [1]\njournal: -4\nclock: fast\nspecs: nowhere\nsession-ttl: soon\nproxy-to: [1]\nports-file: ''\nfaults: \"a\\0b\"\n", "mockcustomers.yaml");

        using var ended = await RunAsync("validate");

        ended.ExitCode.ShouldBe(2);
        ended.Output.ShouldBeEmpty();
        ended.Error.ShouldContain("mockcustomers.yaml#/portBase: unknown key 'portBase'; did you mean port-base? one of: ");
        ended.Error.ShouldContain("mockcustomers.yaml#/seed: [1] does not fit; a text");
        ended.Error.ShouldContain("mockcustomers.yaml#/journal: -4 does not fit; a whole number from 0 to 1000000");
        ended.Error.ShouldContain("mockcustomers.yaml#/clock: 'fast' does not fit; one of: frozen, real");
        ended.Error.ShouldContain("mockcustomers.yaml#/specs: 'nowhere' does not fit; a folder that is there");
        ended.Error.ShouldContain("mockcustomers.yaml#/session-ttl: 'soon' does not fit; a length of time");
        ended.Error.ShouldContain("mockcustomers.yaml#/proxy-to: [1] does not fit; ");
        ended.Error.ShouldContain("mockcustomers.yaml#/ports-file: '' does not fit; the name of a file");
        ended.Error.ShouldContain("mockcustomers.yaml#/faults: ");
    }

    [Theory]
    [InlineData("- a list", "an object with")]
    [InlineData("seed: [1", "line 2")]
    [InlineData("seed: 1\nseed: 2", "the key 'seed' stands twice")]
    public async Task A_file_that_is_no_map_is_refused(string text, string told)
    {
        folder.Write(text, "mockcustomers.yaml");

        using var ended = await RunAsync("validate");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldStartWith("mockcustomers.yaml#");
        ended.Error.ShouldContain(told);
    }

    [Fact]
    public async Task Two_files_are_refused_and_so_is_one_that_is_not_there()
    {
        folder.Write("seed: 1", "mockcustomers.yaml");
        folder.Write("{}", "mockcustomers.json");

        using var two = await RunAsync("validate");
        using var none = await RunAsync("validate", "--config", "nowhere.yaml");

        two.ExitCode.ShouldBe(2);
        two.Error.ShouldContain("mockcustomers.yaml#: mockcustomers.json stands beside it; keep one of them, or name one with --config");
        none.ExitCode.ShouldBe(2);
        none.Error.ShouldContain("nowhere.yaml#: it cannot be read");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# seed: 1\n\n#port-base: 1\n")]
    [InlineData("seed:\nlog:\n")]
    public async Task A_file_that_says_nothing_changes_nothing(string text)
    {
        using var expected = await RunAsync(OneCustomer);
        folder.Write(text, "mockcustomers.yaml");

        using var ended = await RunAsync(OneCustomer);

        ended.Output.ShouldBe(expected.Output);
        ended.Error.ShouldBe(expected.Error);
    }

    [Fact]
    public async Task A_command_that_reads_no_settings_does_not_look_at_it_and_help_does_not_either()
    {
        folder.Write("nonsense: 1", "mockcustomers.yaml");

        using var completion = await RunAsync("completion", "bash");
        using var help = await RunAsync("--help");
        using var version = await RunAsync("--version");

        completion.ExitCode.ShouldBe(0, completion.Error);
        help.ExitCode.ShouldBe(0, help.Error);
        version.ExitCode.ShouldBe(0, version.Error);
    }

    [Fact]
    public async Task A_vendor_that_is_not_there_is_told_by_the_key()
    {
        folder.Write("vendor: [nobody]", "mockcustomers.yaml");

        using var ended = await RunAsync("validate");

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldStartWith("mockcustomers.yaml#/vendor: there is no vendor 'nobody'");
    }

    [Fact]
    public async Task It_serves_as_it_says_with_files_beside_it_and_faults_in_it_and_tells_so()
    {
        var vendor = Vendors.First;
        folder.Write($"port-base: 0\nvendor: [{vendor}]\nports-file: out/ports.json\nlog: json\nfaults:\n  - {{when: {{times: 1}}, reply: {{code: 503}}}}\n", "here", "settings.yaml");
        using var serving = Start([], "--config", "here/settings.yaml");
        await serving.WritesAsync("\"started\"");
        var ports = JsonNode.Parse(await File.ReadAllTextAsync(folder.Of("here", "out", "ports.json")))!;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var operations = JsonNode.Parse(await client.GetStringAsync($"{ports["control"]}/__admin/vendors"))![0]!["operations"]!.AsArray();
        var get = (string)operations.First(operation => (string)operation!["method"]! == "GET")!["example"]!;
        client.DefaultRequestHeaders.TryAddWithoutValidation((string)ports["vendors"]![vendor]!["header"]!, (string)ports["vendors"]![vendor]!["value"]!);

        using var first = await client.GetAsync(get);
        using var second = await client.GetAsync(get);
        using var healthy = await RunAsync("healthcheck", "--config", "here/settings.yaml");

        serving.Output.ShouldContain("\"configured\"");
        serving.Output.ShouldContain(folder.Of("here", "settings.yaml"));
        ((int)first.StatusCode).ShouldBe(503);
        ((int)second.StatusCode).ShouldBe(200);
        ports["vendors"]!.AsObject().Count.ShouldBe(1);
        healthy.ExitCode.ShouldBe(0, healthy.Told);
        (await serving.StopAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Faults_in_it_that_are_none_are_told_by_their_place()
    {
        folder.Write("port-base: 0\nfaults: [{wen: 1}]\n", "mockcustomers.yaml");

        using var ended = await RunAsync();

        ended.ExitCode.ShouldBe(3);
        ended.Error.ShouldContain("mockcustomers.yaml#/faults/0/wen: unknown key 'wen'; did you mean when?");
    }

    private Task<OtherProgram> RunAsync(params string[] args) => RunAsync([], args);

    private async Task<OtherProgram> RunAsync(Dictionary<string, string> environment, params string[] args) => await Start(environment, args).EndAsync();

    private OtherProgram Start(Dictionary<string, string> environment, params string[] args) => new(folder.Path, environment, "dotnet", [CommandFile.Path, .. args]);
}
