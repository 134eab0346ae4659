using System.IO.Compression;
using MockCustomers.Server;
using MockCustomers.Whole.Tests.Readme;

namespace MockCustomers.Whole.Tests.Packages;

/// <summary>The library and the command are packed, installed outside the repository, and run from another folder.</summary>
public sealed class PackageTests(PackedFeed feed) : IClassFixture<PackedFeed>
{
    private static readonly Dictionary<string, string> NoMore = [];

    private static readonly IReadOnlyList<ReadmeBlock> Blocks = [.. ReadmeBlock.All.Where(block => block.Language == "csharp")];

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Blocks.Count)];

    [Fact]
    public async Task Every_package_says_what_it_is_and_brings_its_licence_and_readme()
    {
        var files = await feed.FilesAsync();
        var projects = Directory.GetFiles(RepositoryFiles.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file));
        files.Select(file => PackedFeed.Metadata(file)("id")!).ShouldBe(projects, ignoreOrder: true);
        foreach (var file in files)
        {
            var metadata = PackedFeed.Metadata(file);
            metadata("license").ShouldBe("MIT", file);
            metadata("authors").ShouldBe("MockCustomers contributors", file);
            metadata("copyright").ShouldNotBeNull(file).ShouldContain("MockCustomers contributors");
            metadata("readme").ShouldBe("README.md", file);
            metadata("tags").ShouldNotBeNullOrEmpty(file);
            metadata("description").ShouldNotBeNullOrEmpty(file);
            metadata("description").ShouldNotBe("Package Description", file);
            using var package = ZipFile.OpenRead(file);
            foreach (var name in new[] { "LICENSE", "README.md" })
                new StreamReader(package.GetEntry(name).ShouldNotBeNull(file).Open()).ReadToEnd().ShouldBe(await File.ReadAllTextAsync(RepositoryFiles.PathOf(name)));
        }
    }

    [Fact]
    public async Task The_packed_command_is_for_every_machine()
    {
        var file = (await feed.FilesAsync()).Single(f => PackedFeed.Metadata(f)("id") == "MockCustomers.Cli");
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
        await OtherProgram.RunAsync(
            place, feed.Environment, "dotnet", "tool", "install", "MockCustomers.Cli", "--version", await feed.VersionOfAsync("MockCustomers.Cli"), "--tool-path", "tools");
        using var elsewhere = new TemporaryFolder();
        var command = Path.Combine(place, "tools", "mockcustomers");

        var checkedVendors = await OtherProgram.RunAsync(elsewhere.Path, NoMore, command, "validate");
        foreach (var vendor in SandboxFolder.Names(RepositoryFiles.PathOf("specs")))
        {
            checkedVendors.ShouldContain($"ok  {vendor}  ");
            (await OtherProgram.RunAsync(elsewhere.Path, NoMore, command, "generate", "--vendor", vendor, "--count", "3")).ShouldContain("{\"");
        }

        var (program, _) = await ServedReadme.ServeAsync(command, NoMore);
        using (program)
            (await program.StopAsync()).ExitCode.ShouldBe(0, program.Told);
    }

    [Theory, MemberData(nameof(Examples))]
    public async Task An_example_of_the_readme_is_compiled_against_the_library_and_run(int example)
    {
        var place = await feed.PlaceAsync($"example-{example}");
        await File.WriteAllTextAsync(Path.Combine(place, "app.csproj"), Project("", await LibraryAsync()));
        await File.WriteAllTextAsync(Path.Combine(place, "Program.cs"), Blocks[example].Text);
        await BuildAsync(place);
        await RunAsync(place);
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
        await BuildAsync(place);
        (await RunAsync(place)).ShouldContain(string.Join(' ', SandboxFolder.Names(RepositoryFiles.PathOf("specs"))));
    }

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

    private Task<string> BuildAsync(string place) =>
        OtherProgram.RunAsync(place, feed.Environment, "dotnet", "build", "app.csproj", "--output", Path.Combine(place, "out"), "--nologo", "-verbosity:quiet", "-nodeReuse:false");

    private static async Task<string> RunAsync(string place)
    {
        using var elsewhere = new TemporaryFolder();
        return await OtherProgram.RunAsync(elsewhere.Path, NoMore, "dotnet", Path.Combine(place, "out", "app.dll"));
    }
}
