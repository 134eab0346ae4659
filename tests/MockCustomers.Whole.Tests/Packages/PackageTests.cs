using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using MockCustomers.Server;
using MockCustomers.Whole.Tests.Documents;

namespace MockCustomers.Whole.Tests.Packages;

/// <summary>The library and the command are packed, installed outside the repository, and run from another folder.</summary>
public sealed class PackageTests(PackedFeed feed)
{
    private const string Tool = "mockcustomers";

    private static readonly Dictionary<string, string> NoMore = [];

    /// <summary>What a test project of xUnit needs.</summary>
    private static readonly string[] Runner = ["Microsoft.NET.Test.Sdk", "xunit.v3.mtp-off", "xunit.runner.visualstudio"];

    private static readonly IReadOnlyList<Example> Blocks = [.. Example.All.Where(example => example.Language == "csharp")];

    [Fact]
    public async Task Every_package_says_what_it_is_and_brings_its_licence_and_readme()
    {
        var files = await feed.FilesAsync();
        var projects = Directory.GetFiles(RepositoryFiles.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file));
        files.Select(file => PackedFeed.Metadata(file)("id")!).ShouldBe(projects.Select(IdOf), ignoreOrder: true);
        foreach (var file in files)
        {
            var metadata = PackedFeed.Metadata(file);
            metadata("license").ShouldBe("MIT", file);
            metadata("authors").ShouldBe("MockCustomers contributors", file);
            metadata("copyright").ShouldNotBeNull(file).ShouldContain("MockCustomers contributors");
            metadata("readme").ShouldBe("README.md", file);
            metadata("icon").ShouldBe("icon.png", file);
            metadata("version").ShouldNotBeNull(file).ShouldMatch(@"^\d+\.\d+\.\d+(-alpha\.\d+(\.\d+)?)?$", "MinVer makes it of git's tags");
            metadata("tags").ShouldNotBeNullOrEmpty(file);
            metadata("description").ShouldNotBeNullOrEmpty(file);
            metadata("description").ShouldNotBe("Package Description", file);
            using var package = ZipFile.OpenRead(file);
            foreach (var name in new[] { "LICENSE", "README.md" })
                new StreamReader(package.GetEntry(name).ShouldNotBeNull(file).Open()).ReadToEnd().ShouldBe(await File.ReadAllTextAsync(RepositoryFiles.PathOf(name)));
            package.GetEntry("icon.png").ShouldNotBeNull(file).Length.ShouldBe(new FileInfo(RepositoryFiles.PathOf("docs", "icon.png")).Length);
        }
    }

    [Fact]
    public async Task Every_package_has_its_symbols_beside_it_with_no_path_of_who_packed_it()
    {
        foreach (var file in await feed.FilesAsync())
        {
            using var symbols = ZipFile.OpenRead(Path.ChangeExtension(file, ".snupkg"));
            var ours = symbols.Entries.Where(entry => entry.Name.StartsWith("MockCustomers", StringComparison.Ordinal) && entry.Name.EndsWith(".pdb", StringComparison.Ordinal)).ToList();
            ours.ShouldNotBeEmpty(file);
        }
    }

    [Fact]
    public async Task The_packed_command_is_for_every_machine()
    {
        var file = (await feed.FilesAsync()).Single(f => PackedFeed.Metadata(f)("id") == Tool);
        using var package = ZipFile.OpenRead(file);
        var names = package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("tools/net10.0/any/", StringComparison.Ordinal)).ToList();
        names.ShouldContain("tools/net10.0/any/MockCustomers.Cli.dll");
        names.ShouldNotContain(name => name.EndsWith("/mockcustomers", StringComparison.Ordinal) || name.EndsWith(".exe", StringComparison.Ordinal));
        names.Count.ShouldBe(names.Distinct().Count());
    }

    [Fact]
    public async Task The_command_is_installed_and_run_as_a_tool()
    {
        var place = await feed.PlaceAsync("tool");
        var version = await feed.VersionOfAsync(Tool);
        await OtherProgram.RunAsync(place, feed.Environment, "dotnet", "tool", "install", Tool, "--version", version, "--tool-path", "tools");
        feed.Open();
        using var elsewhere = new InstalledCommand(NoMore, Path.Combine(place, "tools", Tool));

        (await elsewhere.RunAsync("--version")).ShouldStartWith(version);
        var checkedVendors = await elsewhere.RunAsync("validate");
        foreach (var vendor in SandboxFolder.Names(RepositoryFiles.PathOf("specs")))
        {
            checkedVendors.ShouldContain($"ok  {vendor}  ");
            (await elsewhere.RunAsync("generate", "--vendor", vendor, "--count", "3")).ShouldContain("{\"");
        }

        await elsewhere.ServeAsync();
    }

    [Fact]
    public async Task What_the_readme_installs_is_packed()
    {
        var ids = (await feed.FilesAsync()).Select(file => PackedFeed.Metadata(file)("id")).ToList();
        var launcher = JsonNode.Parse(await File.ReadAllTextAsync(RepositoryFiles.PathOf("npm", "mockcustomers", "package.json")))!;
        var rows = File.ReadLines(RepositoryFiles.PathOf("README.md")).SkipWhile(line => line != "| who | install | then |").Skip(2).TakeWhile(line => line.StartsWith('|')).ToList();
        rows.Count.ShouldBe(5);
        foreach (var install in rows.Select(row => row.Split('|')[2].Trim(' ', '`')))
        {
            var package = install.Split(' ')[^1];
            if (install.StartsWith("dotnet ", StringComparison.Ordinal)) ids.ShouldContain(package, install);
            else if (install.StartsWith("npm ", StringComparison.Ordinal)) package.ShouldBe((string)launcher["name"]!);
            else install.ShouldBe(Example.LinesOf("docker")[0]);
        }
    }

    [Fact]
    public async Task The_command_is_run_as_a_tool_without_being_installed()
    {
        var place = await feed.PlaceAsync("exec");
        var version = await feed.VersionOfAsync(Tool);
        var told = await OtherProgram.RunAsync(place, feed.Environment, "dotnet", "tool", "exec", $"{Tool}@{version}", "--yes", "--", "--version");
        told.ShouldContain(version);
    }

    [Fact]
    public async Task A_test_project_of_somebody_elses_has_all_vendors_by_one_reference()
    {
        var place = await feed.PlaceAsync("tests");
        var pinned = XDocument.Load(RepositoryFiles.PathOf("Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(pin => pin.Attribute("Include")!.Value, pin => pin.Attribute("Version")!.Value);
        var runner = string.Concat(Runner.Select(package => $"""<PackageReference Include="{package}" Version="{pinned[package]}" />"""));
        await File.WriteAllTextAsync(Path.Combine(place, "Theirs.csproj"), Project("<IsTestProject>true</IsTestProject>", runner + await LibraryAsync() + $"""<PackageReference Include="MockCustomers.Testing.XunitV3" Version="{await feed.VersionOfAsync("MockCustomers.Testing.XunitV3")}" />"""));
        await File.WriteAllTextAsync(Path.Combine(place, "Documented.cs"), Example.All.Single(example => example.Language == "cs").Text);
        await File.WriteAllTextAsync(Path.Combine(place, "Theirs.cs"), """
            using MockCustomers.Testing;
            using Xunit;

            public sealed class Theirs(SandboxFixture fixture) : IClassFixture<SandboxFixture>
            {
                [Fact]
                public void All_vendors_are_here() => Assert.Equal("VENDORS", string.Join(' ', fixture.Sandbox.Vendors));

                [Fact]
                public async Task A_customer_is_here()
                {
                    using var client = fixture.Sandbox.Vendor("jani").CreateClient();
                    Assert.Contains("cus_01h3vjs3b16yc3f9q8q9pfrb80", await client.GetStringAsync("customers/cus_01h3vjs3b16yc3f9q8q9pfrb80", TestContext.Current.CancellationToken));
                }
            }
            """.Replace("VENDORS", string.Join(' ', SandboxFolder.Names(RepositoryFiles.PathOf("specs"))), StringComparison.Ordinal));

        (await OtherProgram.RunAsync(place, feed.Environment, "dotnet", "test", "--nologo", "-nodeReuse:false")).ShouldMatch(@"Failed: +0, Passed: +3");
    }

    /// <summary>One build of all: most of a small project's build is its beginning.</summary>
    [Fact]
    public async Task The_examples_of_the_documents_are_compiled_against_the_library_and_run()
    {
        var place = await feed.PlaceAsync("examples");
        Blocks.ShouldNotBeEmpty();
        var projects = Enumerable.Range(1, Blocks.Count).Select(number => $"example{number}").ToList();
        foreach (var (project, block) in projects.Zip(Blocks))
        {
            Directory.CreateDirectory(Path.Combine(place, project));
            await File.WriteAllTextAsync(Path.Combine(place, project, $"{project}.csproj"), Project("", await LibraryAsync()));
            await File.WriteAllTextAsync(Path.Combine(place, project, "Program.cs"), block.Text);
        }

        await File.WriteAllTextAsync(Path.Combine(place, "examples.slnx"), $"<Solution>{string.Concat(projects.Select(project => $"""<Project Path="{project}/{project}.csproj" />"""))}</Solution>");
        await BuildAsync(place, "examples.slnx");
        foreach (var project in projects) await RunAsync(Path.Combine(place, project, "bin", "Debug", "net10.0", $"{project}.dll"));
    }

    [Fact]
    public async Task The_vendors_come_with_the_library_through_another_project()
    {
        var place = await feed.PlaceAsync("through");
        Directory.CreateDirectory(Path.Combine(place, "between"));
        await File.WriteAllTextAsync(Path.Combine(place, "between", "between.csproj"), Project("<OutputType>Library</OutputType>", await LibraryAsync()));
        await File.WriteAllTextAsync(Path.Combine(place, "between", "Started.cs"), """
            public static class Started
            {
                public static Task<MockCustomers.Testing.Sandbox> Sandbox() => MockCustomers.Testing.Sandbox.StartAsync();
            }
            """);
        await File.WriteAllTextAsync(Path.Combine(place, "app.csproj"), Project("", """<ProjectReference Include="between/between.csproj" /><Compile Remove="between/**" />"""));
        await File.WriteAllTextAsync(Path.Combine(place, "Program.cs"), """
            await using var sandbox = await Started.Sandbox();
            Console.WriteLine(string.Join(' ', sandbox.Vendors));
            """);
        await BuildAsync(place, "app.csproj", "--output", Path.Combine(place, "out"));
        (await RunAsync(Path.Combine(place, "out", "app.dll"))).ShouldContain(string.Join(' ', SandboxFolder.Names(RepositoryFiles.PathOf("specs"))));
    }

    /// <summary>The id of the package that a project makes.</summary>
    private static string IdOf(string project) => project switch { "MockCustomers" => "MockCustomers.Engine", "MockCustomers.Cli" => Tool, _ => project };

    private async Task<string> LibraryAsync() =>
        $"""<PackageReference Include="MockCustomers.Testing" Version="{await feed.VersionOfAsync("MockCustomers.Testing")}" />""";

    private static string Project(string properties, string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NuGetAudit>false</NuGetAudit>
            {properties}
          </PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """;

    private Task<string> BuildAsync(string place, params string[] arguments) =>
        OtherProgram.RunAsync(place, feed.Environment, "dotnet", ["build", .. arguments, "--nologo", "-verbosity:quiet", "-nodeReuse:false"]);

    /// <summary>Runs a program in a folder that has nothing to do with it.</summary>
    private static async Task<string> RunAsync(string program)
    {
        using var elsewhere = new TemporaryFolder();
        return await OtherProgram.RunAsync(elsewhere.Path, NoMore, "dotnet", program);
    }
}
