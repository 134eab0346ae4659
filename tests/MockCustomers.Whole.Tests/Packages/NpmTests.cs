using System.Text.Json.Nodes;

namespace MockCustomers.Whole.Tests.Packages;

/// <summary>npm's packages are packed, installed outside the repository, and run from another folder.</summary>
public sealed class NpmTests(NpmPackages place) : IClassFixture<NpmPackages>
{
    /// <summary>npm tells of its newer versions, among what its commands write.</summary>
    private static readonly Dictionary<string, string> Quiet = new() { ["npm_config_update_notifier"] = "false" };

    private string Launcher => LauncherIn(place.Path);

    private InstalledCommand Installed => new(Quiet, "npx", "--prefix", place.Path, "mockcustomers");

    [Fact]
    public async Task The_packages_are_of_one_version_and_the_one_that_starts_the_others_wants_those_that_were_compiled()
    {
        Skip();
        var launcher = Manifest("mockcustomers");
        var compiled = Directory.GetDirectories(place.Of("node_modules", "@mockcustomers")).Select(folder => "@mockcustomers/" + Path.GetFileName(folder)).ToList();
        compiled.ShouldNotBeEmpty();
        launcher["optionalDependencies"]!.AsObject().Select(wanted => wanted.Key).ShouldBe(compiled, ignoreOrder: true);
        foreach (var package in compiled)
        {
            var platform = Manifest(package);
            ((string)platform["version"]!).ShouldBe((string)launcher["version"]!);
            ((string)launcher["optionalDependencies"]![package]!).ShouldBe((string)launcher["version"]!);
            package.ShouldBe($"@mockcustomers/{platform["os"]![0]}-{platform["cpu"]![0]}");
            File.Exists(place.Of("node_modules", package, "LICENSE")).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task It_serves_and_stops_when_it_is_told_to()
    {
        Skip();
        using var command = Installed;
        (await command.RunAsync("--version")).ShouldBe(await OtherProgram.RunAsync(place.Path, null, NativeCommand.File, "--version"));
        await command.ServeAsync(isAlone: false);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task A_signal_reaches_the_executable(string signal)
    {
        Skip();
        using var command = new InstalledCommand(new Dictionary<string, string>(), "node", Launcher);
        await command.ServeAsync(signal);
    }

    [Theory]
    [InlineData(0, "generate", "--vendor", "jani", "--count", "2")]
    [InlineData(2, "generate", "--vendor", "nobody")]
    [InlineData(6, "--expect-fingerprint", "0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Arguments_output_and_exit_code_are_those_of_the_executable(int code, params string[] arguments)
    {
        Skip();
        using var command = Installed;
        using var ended = await command.Start(arguments).EndAsync();
        using var itself = await new OtherProgram(place.Path, null, NativeCommand.File, arguments).EndAsync();
        ended.ExitCode.ShouldBe(code, ended.Told);
        (ended.Output, ended.Error, ended.ExitCode).ShouldBe((itself.Output, itself.Error, itself.ExitCode));
    }

    /// <summary>Twelve lines of a user's: with nothing but what was packed.</summary>
    [Fact]
    public async Task The_client_starts_the_executable_and_steers_it()
    {
        Skip();
        place.Write("""
            import { Sandbox } from 'mockcustomers';
            const sandbox = await Sandbox.start({ vendors: ['jani'] });
            const world = await sandbox.newSession();
            const jani = world.vendor('jani');
            await jani.next().fail(503);
            const { id } = await jani.customers.first({ state: 'suspended' });
            const statuses = [];
            for (let i = 0; i < 2; i++) statuses.push((await jani.fetch(`api/v1/customers/${id}`)).status);
            await jani.calls.expect(1, { status: 503 });
            await sandbox.stop();
            console.log(statuses.join(' then '));
            """, "theirs.mjs");
        (await OtherProgram.RunAsync(place.Path, null, "node", "theirs.mjs")).ShouldContain("503 then 200");
        File.Exists(place.Of("node_modules", "mockcustomers", "index.d.mts")).ShouldBeTrue();
        File.Exists(place.Of("node_modules", "mockcustomers", "vendors.d.mts")).ShouldBeTrue();
    }

    /// <summary>An executable that ends by a signal: whoever started it is told so, as by the executable itself.</summary>
    [Fact]
    public async Task An_end_by_a_signal_is_told_as_one()
    {
        Skip();
        using var changed = Copy();
        await File.WriteAllTextAsync(changed.Of("node_modules", "@mockcustomers", Path.GetFileName(NativeCommand.Folder), "mockcustomers"), "#!/bin/sh\nkill -KILL $$\n");
        using var ended = await new OtherProgram(changed.Path, null, "node", LauncherIn(changed.Path)).EndAsync();
        ended.ExitCode.ShouldBe(128 + 9);
    }

    [Theory]
    [InlineData("platform", "aix", "there is no executable for aix-")]
    [InlineData("arch", "mips", "there is no executable for linux-mips; there is one for linux-")]
    [InlineData("report", "", "needs glibc")]
    public async Task A_platform_without_an_executable_is_told_which_have_one(string property, string value, string expected)
    {
        Skip();
        var replacement = value.Length > 0 ? $"'{value}'" : "{ getReport: () => ({ header: {} }) }";
        using var ended = await new OtherProgram(
            place.Path, null, "node", "-e", $"Object.defineProperty(process, '{property}', {{ value: {replacement} }}); require('{Launcher}')").EndAsync();
        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldContain(expected);
        ended.Error.ShouldContain("dotnet tool install -g mockcustomers");
        ended.Error.ShouldNotContain("    at ");
    }

    [Fact]
    public async Task An_executable_that_was_not_installed_is_told_with_what_leaves_it_out()
    {
        Skip();
        using var changed = Copy();
        Directory.Delete(changed.Of("node_modules", "@mockcustomers"), recursive: true);
        using var ended = await new OtherProgram(changed.Path, null, "node", LauncherIn(changed.Path)).EndAsync();
        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldContain("--omit=optional");
    }

    private static void Skip() => Assert.SkipWhen(NpmPackages.Lacking is not null, NpmPackages.Lacking ?? "");

    private static string LauncherIn(string folder) => Path.Combine(folder, "node_modules", "mockcustomers", "mockcustomers.js");

    /// <summary>The project once more, to be changed.</summary>
    private TemporaryFolder Copy()
    {
        var copy = new TemporaryFolder();
        RepositoryFiles.CopyFolder(place.Of("node_modules"), copy.Of("node_modules"));
        return copy;
    }

    private JsonNode Manifest(string package) => JsonNode.Parse(File.ReadAllText(place.Of("node_modules", package, "package.json")))!;
}
