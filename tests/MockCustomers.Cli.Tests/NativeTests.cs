using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.Fakes.Names;
using MockCustomers.OpenApi;

namespace MockCustomers.Cli.Tests;

/// <summary>Compiled ahead of time, the command does the same, but for stubs; and says so.</summary>
public sealed class NativeTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private static readonly string[] Forms = ["ndjson", "json", "csv"];
    private static readonly string[] Exports = ["msw", "json", "har", "postman", "http"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Lines =>
    [
        "validate",
        .. Vendors.Names.SelectMany(vendor => Forms.Select(form => $"generate --vendor {vendor} --population 500 --format {form}")),
        .. Vendors.Names.SelectMany(vendor => Exports.Select(form => $"export --vendor {vendor} --format {form}")),
        "generate --vendor nobody",
        "generate --count many",
        "convert mapping.json",
        "convert unknown.json",
        "validate --help",
        "--port-base 70000",
    ];

    [Theory, MemberData(nameof(Lines))]
    public async Task It_writes_what_the_full_command_writes(string line)
    {
        Assert.SkipWhen(NativeCommand.Lacking is not null, NativeCommand.Lacking ?? "");
        folder.Write("""{"request": {"method": "GET", "urlPath": "/a", "bodyPatterns": [{"matchesJsonPath": "$.a"}]}, "response": {"status": 200, "jsonBody": {"a": 1}}}""", "mapping.json");
        folder.Write("""{"request": {"urlPathh": "/a"}, "response": {"status": 200}}""", "unknown.json");
        var args = line.Split(' ');

        using var full = new OtherProgram(folder.Path, null, "dotnet", [CommandFile.Path, .. args]);
        using var native = await RunAsync(args);

        await full.EndAsync();
        native.Output.Replace(NoteOnStubs(native.Output), "", StringComparison.Ordinal).ShouldBe(full.Output);
        native.Error.ShouldBe(full.Error);
        native.ExitCode.ShouldBe(full.ExitCode);
    }

    [Theory, MemberData(nameof(Vendors.All), MemberType = typeof(Vendors))]
    public async Task It_explains_a_customer_as_the_full_command_does(string vendor)
    {
        Assert.SkipWhen(NativeCommand.Lacking is not null, NativeCommand.Lacking ?? "");
        var id = await fixture.IdAsync(vendor);
        using var full = await Command.RunAsync("explain", vendor, id);
        using var native = await RunAsync("explain", vendor, id);
        full.ExitCode.ShouldBe(0, full.Told);
        native.Output.ShouldBe(full.Output);
    }

    /// <summary>It carries Bogus' names in a form of its own: of every locale, those that the vendors' countries have and those that only a user's may name.</summary>
    [Fact]
    public async Task It_calls_the_people_of_every_locale_as_the_full_command_does()
    {
        Assert.SkipWhen(NativeCommand.Lacking is not null, NativeCommand.Lacking ?? "");
        var specs = folder.CopyOf(Vendors.Specs);
        string[] countries = ["TZ", "KE", "UG", "RW"];
        var lending = Locales.All.Where(Locales.LendsFamilyNames).ToList();
        lending.Count.ShouldBeGreaterThan(30);
        foreach (var locales in lending.Chunk(countries.Length))
        {
            for (var i = 0; i < locales.Length; i++)
            {
                var file = Path.Combine(specs, "_countries", $"{countries[i]}.yaml");
                var country = DocumentReader.Read(file, await File.ReadAllTextAsync(file), new DiagnosticBag())!;
                var people = new JsonObject { ["locale"] = locales[i] };
                if (!Locales.LendsFirstNames(locales[i])) (people["female"], people["male"]) = (new JsonArray("Ana", "Ida"), new JsonArray("Leo", "Max"));
                country["people"] = people;
                await File.WriteAllTextAsync(file, country.ToJsonString());
            }

            string[] line = ["generate", "--specs", specs, "--vendor", "jani", "--population", "3000", "--format", "csv"];
            using var full = await Command.RunAsync(line);
            using var native = await RunAsync(line);
            full.Error.ShouldBeEmpty();
            native.Error.ShouldBeEmpty();
            native.Output.ShouldBe(full.Output, string.Join(", ", locales));
        }
    }

    [Fact]
    public async Task It_says_that_it_has_no_stubs_and_who_has()
    {
        Assert.SkipWhen(NativeCommand.Lacking is not null, NativeCommand.Lacking ?? "");
        using var help = await RunAsync("--help");
        help.Output.ShouldContain("dotnet tool install -g mockcustomers");
        using var refused = await RunAsync("--stubs", folder.Path, "--port-base", "0");
        refused.ExitCode.ShouldBe(3);
        refused.Error.ShouldContain("this build has no stubs; the full build: dotnet tool install -g mockcustomers");

        var file = folder.Of("ports.json");
        using var serving = new OtherProgram(folder.Path, null, NativeCommand.File, "--port-base", "0", "--ports-file", file);
        await serving.WritesAsync("__admin/curls");
        var ports = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        using var client = new HttpClient();
        foreach (var vendor in Vendors.Names)
        {
            using var stub = new StringContent("""{"Request": {"Path": "/hello"}, "Response": {"Body": "hello"}}""", Encoding.UTF8, "application/json");
            var reply = await client.PostAsync($"{ports["vendors"]![vendor]!["url"]}/__admin/mappings", stub);
            reply.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
            (await reply.Content.ReadAsStringAsync()).ShouldContain("dotnet tool install -g mockcustomers");
        }

        (await serving.StopAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task It_says_that_it_has_no_tools_for_assistants_and_sends_nothing_to_collectors()
    {
        Assert.SkipWhen(NativeCommand.Lacking is not null, NativeCommand.Lacking ?? "");
        using var refused = await RunAsync("mcp");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("dotnet tool install -g mockcustomers");

        var file = folder.Of("ports.json");
        using var serving = new OtherProgram(folder.Path, new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1" }, NativeCommand.File, "--port-base", "0", "--ports-file", file);
        await serving.WritesAsync("__admin/curls");
        serving.Error.ShouldContain("OTEL_EXPORTER_OTLP_… names a collector, and this build");
        using var client = new HttpClient();
        var control = (string)System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file))!["control"]!;
        (await client.GetStringAsync($"{control}/metrics")).ShouldContain("\nmockcustomers_sessions_open 1\n");
        (await serving.StopAsync()).ExitCode.ShouldBe(0);
    }

    private static string NoteOnStubs(string output) => output.IndexOf("\n\nThis build is compiled ahead of time", StringComparison.Ordinal) is var at and >= 0 ? output[at..].TrimEnd('\n') : "\0";

    private async Task<OtherProgram> RunAsync(params string[] args) => await new OtherProgram(folder.Path, null, NativeCommand.File, args).EndAsync();
}
