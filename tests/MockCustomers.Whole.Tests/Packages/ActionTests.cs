using System.Text.Json.Nodes;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi;

namespace MockCustomers.Whole.Tests.Packages;

/// <summary>The GitHub Action: its files are run as a runner runs them, with the packed tool.</summary>
public sealed class ActionTests(PackedFeed feed) : IDisposable
{
    private static readonly JsonObject Action = DocumentReader.Read("action.yml", RepositoryFiles.Text("action.yml"), new DiagnosticBag())!.AsObject();
    private static readonly string[] Keys = ["name", "author", "description", "inputs", "outputs", "runs", "branding"];
    private static readonly string[] InputKeys = ["description", "required", "default", "deprecationMessage"];
    private static readonly string[] RunKeys = ["using", "main", "pre", "pre-if", "post", "post-if"];
    private static readonly string[] Outputs = ["control", "ports-file", "ports", "log"];

    private readonly TemporaryFolder runner = new();

    public void Dispose() => runner.Dispose();

    [Fact]
    public void The_metadata_has_what_GitHub_knows_and_names_files_that_are_there()
    {
        Action.Select(key => key.Key).Except(Keys).ShouldBeEmpty();
        foreach (var (name, input) in Action["inputs"]!.AsObject())
        {
            input!.AsObject().Select(key => key.Key).Except(InputKeys).ShouldBeEmpty(name);
            input["description"].ShouldNotBeNull(name);
        }

        Action["outputs"]!.AsObject().Select(output => output.Key).ShouldBe(Outputs);
        Action["runs"]!.AsObject().Select(key => key.Key).Except(RunKeys).ShouldBeEmpty();
        ((string)Action["runs"]!["using"]!).ShouldBe("node24");
        foreach (var part in new[] { "main", "post" }) File.Exists(RepositoryFiles.PathOf(((string)Action["runs"]![part]!).Split('/'))).ShouldBeTrue(part);
        var read = RepositoryFiles.Text("action", "start.mjs");
        foreach (var (name, _) in Action["inputs"]!.AsObject()) read.ShouldContain($"'{name}'", customMessage: "an input that nobody reads");
    }

    [Fact]
    public async Task It_installs_starts_waits_tells_where_and_ends_after_the_job()
    {
        SkipWithoutNode();
        var place = await feed.PlaceAsync("action");
        var vendors = RepositoryFiles.Vendors;
        var version = await feed.VersionOfAsync("mockcustomers");

        using var started = await RunAsync("main", place, new() { ["version"] = version, ["vendors"] = $"{vendors[0]},{vendors[1]}", ["seed"] = "7", ["port-base"] = "0", ["args"] = "--log json --population '500'" });
        started.ExitCode.ShouldBe(0, started.Told);
        var outputs = Lines("output");
        var ports = JsonNode.Parse(outputs["ports"])!;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var served = JsonNode.Parse(await client.GetStringAsync($"{outputs["control"]}/__admin/vendors"))!.AsArray();
        var environment = Lines("env");

        outputs.Keys.ShouldBe(Outputs, ignoreOrder: true);
        JsonNode.Parse(await File.ReadAllTextAsync(outputs["ports-file"]))!.ToJsonString().ShouldBe(ports.ToJsonString());
        served.Select(vendor => (string)vendor!["name"]!).ShouldBe(vendors.Take(2));
        foreach (var vendor in vendors.Take(2))
        {
            environment[$"{vendor.ToUpperInvariant()}_SANDBOX_URL"].ShouldBe((string)ports["vendors"]![vendor]!["baseUrl"]!);
            environment[$"{vendor.ToUpperInvariant()}_SANDBOX_KEY"].ShouldBe((string)ports["vendors"]![vendor]!["value"]!);
        }

        // A later step has the command, and finds the sandbox by the variable.
        var path = (await File.ReadAllTextAsync(runner.Of("path"))).Trim();
        using var later = await new OtherProgram(place, new Dictionary<string, string> { ["MOCKCUSTOMERS_PORTS_FILE"] = environment["MOCKCUSTOMERS_PORTS_FILE"] }, Path.Combine(path, "mockcustomers"), "healthcheck").EndAsync();
        later.Output.ShouldContain("ready: ");

        using var stopped = await RunAsync("post", place, []);
        stopped.ExitCode.ShouldBe(0, stopped.Told);
        stopped.Output.ShouldContain("it has ended");
        stopped.Output.ShouldContain("\"started\"", customMessage: "its log");
        await Should.ThrowAsync<HttpRequestException>(client.GetStringAsync($"{outputs["control"]}/health/live"), "it still listens");
    }

    [Fact]
    public async Task A_sandbox_that_cannot_start_fails_the_step_at_once_and_says_why()
    {
        SkipWithoutNode();
        var place = await feed.PlaceAsync("action-none");
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "MockCustomers.Cli", RepositoryFiles.Configuration.ToLowerInvariant());

        using var ended = await RunAsync("main", place, new() { ["install"] = "none", ["vendors"] = "nobody" }, Path.GetFullPath(folder));
        using var unknown = await RunAsync("main", place, new() { ["install"] = "brew" });
        using var late = await RunAsync("main", place, new() { ["install"] = "none", ["port-base"] = "0", ["wait"] = "soon" }, Path.GetFullPath(folder));

        ended.ExitCode.ShouldBe(1, ended.Told);
        ended.Output.ShouldContain("::error::mockcustomers ended with 2 instead of serving");
        ended.Output.ShouldContain("there is no vendor 'nobody'");
        late.ExitCode.ShouldBe(1, late.Told);
        late.Output.ShouldContain("::error::mockcustomers healthcheck ended with 2");
        unknown.ExitCode.ShouldBe(1);
        unknown.Output.ShouldContain("::error::install: 'brew' is unknown; one of: dotnet, npm, none");
    }

    [Fact]
    public async Task A_sandbox_that_is_not_ready_in_time_is_ended_and_the_step_with_it()
    {
        SkipWithoutNode();
        runner.Write("#!/bin/sh\n[ \"$1\" = healthcheck ] && exit 1\nexec sleep 600\n", "bin", "mockcustomers");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(runner.Of("bin/mockcustomers"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        using var ended = await RunAsync("main", runner.Path, new() { ["install"] = "none", ["wait"] = "1s" }, runner.Of("bin"));
        using var unclosed = await RunAsync("main", runner.Path, new() { ["install"] = "none", ["args"] = "--seed 'a" }, runner.Of("bin"));
        using var stopped = await RunAsync("post", runner.Path, []);

        ended.ExitCode.ShouldBe(1, ended.Told);
        ended.Output.ShouldContain("::error::mockcustomers was not ready in 1s");
        unclosed.ExitCode.ShouldBe(1);
        unclosed.Output.ShouldContain("::error::args: a quote is not closed in --seed 'a");
        stopped.Output.ShouldMatch("it ha[sd] ended");
    }

    private static void SkipWithoutNode() => Assert.SkipUnless(OtherProgram.IsHere("node"), "no node on this machine");

    /// <summary>One part of the action, as a runner runs it.</summary>
    private async Task<OtherProgram> RunAsync(string part, string place, Dictionary<string, string> inputs, string? path = null)
    {
        var environment = new Dictionary<string, string>(feed.Environment) { ["RUNNER_TEMP"] = runner.Path };
        foreach (var (file, name) in new[] { ("output", "GITHUB_OUTPUT"), ("env", "GITHUB_ENV"), ("path", "GITHUB_PATH"), ("state", "GITHUB_STATE") })
        {
            environment[name] = runner.Of(file);
            if (!File.Exists(runner.Of(file))) runner.Write("", file);
        }

        foreach (var (name, input) in Action["inputs"]!.AsObject()) environment[$"INPUT_{name.ToUpperInvariant()}"] = inputs.GetValueOrDefault(name) ?? (string?)input!["default"] ?? "";
        foreach (var (name, value) in Lines("state")) environment[$"STATE_{name}"] = value;
        if (path is not null) environment["PATH"] = $"{path}:{Environment.GetEnvironmentVariable("PATH")}";
        return await new OtherProgram(place, environment, "node", RepositoryFiles.PathOf(((string)Action["runs"]![part]!).Split('/'))).EndAsync();
    }

    private Dictionary<string, string> Lines(string file) =>
        File.ReadLines(runner.Of(file)).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
