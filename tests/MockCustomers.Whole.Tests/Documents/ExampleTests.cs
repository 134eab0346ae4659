using System.Globalization;
using System.Text.RegularExpressions;
using MockCustomers.Server;

namespace MockCustomers.Whole.Tests.Documents;

/// <summary>Every example of the documents for users does what it says, as it stands.</summary>
public sealed partial class ExampleTests(ServedExamples served) : IClassFixture<ServedExamples>
{
    private static readonly Dictionary<string, string> NoMore = [];

    /// <summary>The folder of the built command.</summary>
    private static readonly string CommandFolder = Path.Combine(AppContext.BaseDirectory, "..", "..", "MockCustomers.Cli", RepositoryFiles.Configuration.ToLowerInvariant());

    /// <summary>The examples that have curls: the document, and their place among its examples.</summary>
    public static TheoryData<string, int> Curls => [.. Example.All.GroupBy(example => example.Document)
        .SelectMany(document => document.Select((example, place) => (document.Key, place, CurlsOf(example).Count)).Where(example => example.Count > 0).Select(example => (example.Key, example.place)))];

    public static TheoryData<string> Commands => [.. Example.LinesOf("mockcustomers").Distinct()];

    /// <summary>The lines of one example are run one after the other, as a reader would: one may build on those above it.</summary>
    [ShellTheory, MemberData(nameof(Curls))]
    public async Task Curls_are_answered_as_they_say(string document, int place)
    {
        using var folder = new TemporaryFolder();
        foreach (var line in CurlsOf(Example.All.Where(example => example.Document == document).ElementAt(place)))
        {
            var asked = Told().Match(line) is { Success: true } told ? told : Preferred().Match(line);
            var status = await OtherProgram.RunAsync(
                folder.Path, NoMore, "bash", "-c", $"{await served.ShiftedAsync(Uncommented(line))} --silent --show-error --output reply --write-out '%{{http_code}}'");
            status.Trim().ShouldBe(asked.Success ? asked.Groups[1].Value : "200", $"{line}\n{await File.ReadAllTextAsync(folder.Of("reply"))}");
            new FileInfo(folder.Of("reply")).Length.ShouldBeGreaterThan(2);
        }
    }

    [Fact]
    public void Every_vendor_has_a_curl()
    {
        var ports = Example.LinesOf("curl").Select(line => Port().Match(line).Groups[1].Value).ToHashSet();
        foreach (var vendor in SandboxFolder.Names(RepositoryFiles.PathOf("specs")))
        {
            var offset = OffsetInManifest().Match(File.ReadAllText(RepositoryFiles.PathOf("specs", vendor, "vendor.yaml"))).Groups[1].Value;
            ports.ShouldContain((4010 + int.Parse(offset, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture), vendor);
        }
    }

    [ShellTheory, MemberData(nameof(Commands))]
    public async Task A_command_serves_or_ends_well(string line)
    {
        using var client = new HttpClient { BaseAddress = await served.ControlAsync() };
        var fingerprint = Hash().Match(await client.GetStringAsync("__admin/fingerprint")).Value;
        fingerprint.ShouldNotBeEmpty();
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = $"{CommandFolder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["FINGERPRINT"] = fingerprint,
        };
        if (line.Split(' ') is [_, "listen", ..])
        {
            await ListenAsync(line, environment);
            return;
        }

        if (line.Split(' ') is [_, not ['-', ..] and not "serve", ..])
        {
            using var folder = new TemporaryFolder();
            foreach (var mapping in new[] { "mapping.json", "wiremock/mappings/one.json" }) folder.Write("""{"request": {"urlPath": "/a"}, "response": {"status": 200}}""", mapping.Split('/'));
            folder.Write("""{"event_type":"customer.kycs.updated"}""", "body.json");
            await OtherProgram.RunAsync(folder.Path, environment, "bash", "-c", await served.ShiftedAsync(line));
            foreach (var file in Output().Matches(line).Select(match => folder.Of(match.Groups[1].Value))) (Directory.Exists(file) ? Directory.GetFiles(file)[0] : file).ShouldSatisfyAllConditions(made => new FileInfo(made).Length.ShouldBeGreaterThan(0));
            return;
        }

        var (program, _) = await ServedExamples.ServeAsync(line, environment);
        using (program)
            (await program.StopAsync()).ExitCode.ShouldBe(0, program.Told);
    }

    /// <summary>A receiver says where it is, and ends when it is told to.</summary>
    private static async Task ListenAsync(string line, Dictionary<string, string> environment)
    {
        using var program = new OtherProgram(RepositoryFiles.Root, environment, "bash", "-c", $"exec {line.Replace("--port 9000", "--port 0", StringComparison.Ordinal)}");
        await program.WritesAsync("receives at ");
        var ended = await program.StopAsync();
        ended.ExitCode.ShouldBe(0, program.Told);
        ended.Output.ShouldContain("receives at http://127.0.0.1:");
    }

    /// <summary>There is no docker engine to run these lines; .ci/image does what they do, with the same Dockerfile.</summary>
    [Fact]
    public void The_lines_for_docker_name_what_the_image_and_the_compose_file_have()
    {
        var lines = Example.LinesOf("docker");
        var image = lines.Select(line => Built().Match(line)).Single(match => match.Success).Groups[1].Value;
        var ports = File.ReadLines(RepositoryFiles.PathOf("Dockerfile")).Single(line => line.StartsWith("EXPOSE ", StringComparison.Ordinal))["EXPOSE ".Length..];
        lines.Single(line => line.StartsWith("docker run ", StringComparison.Ordinal)).ShouldContain($" -p {ports}:{ports} {image}");
        lines.ShouldContain("docker compose up");
        var compose = File.ReadAllText(RepositoryFiles.PathOf("compose.yaml"));
        compose.ShouldContain($"image: {image}\n");
        compose.ShouldContain($"127.0.0.1:{ports}:{ports}");
        File.ReadAllText(RepositoryFiles.PathOf(".ci", "image")).ShouldContain("buildah bud");
        var files = lines.Select(line => BuiltFrom().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            File.ReadAllText(RepositoryFiles.PathOf(file)).ShouldContain($"EXPOSE {ports}\n");
            File.ReadAllText(RepositoryFiles.PathOf(".ci", "image")).ShouldContain($"set -- Dockerfile {file}\n");
        }
    }

    [Fact]
    public void The_line_that_checks_everything_runs_these_tests() =>
        Example.LinesOf("dotnet").ShouldContain(line => Uncommented(line) == "dotnet test" && File.ReadAllText(RepositoryFiles.PathOf("MockCustomers.sln")).Contains(typeof(ExampleTests).Assembly.GetName().Name!));

    /// <summary>C# is compiled and run by the tests of the packages; what else there is, by those of its part.</summary>
    [Fact]
    public void What_is_typed_into_a_shell_is_run()
    {
        Example.All.Select(example => example.Document).Distinct().Count().ShouldBeGreaterThan(5);
        Example.ShellLines.Select(line => line.Split(' ')[0]).Distinct().ShouldBe(["curl", "docker", "dotnet", "mockcustomers"], ignoreOrder: true);
        Example.LinesOf("dotnet").Select(line => line.Split(' ')[1]).ShouldBe(["run", "test"]);
    }

    private static List<string> CurlsOf(Example example) => [.. example.Typed.Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];

    private static string Uncommented(string line) => line.Split(" # ")[0].Trim();

    /// <summary>The status that a line says it is answered with.</summary>
    [GeneratedRegex(@" # (\d+)$")]
    private static partial Regex Told();

    [GeneratedRegex(@"Prefer: code=(\d+)")]
    private static partial Regex Preferred();

    [GeneratedRegex(@":(40\d\d)\b")]
    private static partial Regex Port();

    [GeneratedRegex(@"^port: (\d+)", RegexOptions.Multiline)]
    private static partial Regex OffsetInManifest();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex(@"--output ([^\s-]\S*)")]
    private static partial Regex Output();

    [GeneratedRegex(@"^docker build -t (\S+) \.$")]
    private static partial Regex Built();

    [GeneratedRegex(@"^docker build -t \S+ -f (\S+) \.( |$)")]
    private static partial Regex BuiltFrom();
}
