using MockCustomers.Testing;

namespace MockCustomers.Whole.Tests;

/// <summary>Clients that an outside tool generates from the specs, as the sandbox serves them, work here.</summary>
public sealed class GeneratedClientTests(ITestOutputHelper output)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="Newtonsoft.Json" HintPath="$(Tool)/Newtonsoft.Json.dll" />
          </ItemGroup>
        </Project>
        """;

    [GeneratorFact]
    public async Task Generated_clients_go_the_whole_round()
    {
        GeneratorFactAttribute.Command.ShouldNotBeNull("npm install in tests/MockCustomers.Whole.Tests/Clients");
        using var place = new TemporaryFolder();
        var folder = place.Path;
        await using var sandbox = await Sandbox.StartAsync();
        var arguments = new List<string>();
        foreach (var vendor in sandbox.Vendors)
        {
            var (host, manifest) = (sandbox.Host(vendor), Manifests.Of(sandbox.Host(vendor).Vendor));
            foreach (var spec in manifest.Beside.Prepend(manifest.Spec))
            {
                var name = Path.GetFileNameWithoutExtension(spec).Replace('-', '_');
                await RunAsync(
                    folder, GeneratorFactAttribute.Command, "openapi2csclient", $"/input:{sandbox.Control}/specs/{vendor}/{Path.GetFileNameWithoutExtension(spec)}.json",
                    $"/output:{Path.Combine(folder, $"{vendor}.{name}.cs")}", $"/namespace:Generated.{vendor}.{name}", "/ClassName:Client",
                    "/GenerateOptionalParameters:true");
            }

            var authenticator = host.Vendor.Authenticator;
            arguments.AddRange([vendor, host.BaseUrl, authenticator.Header, authenticator.Sample]);
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Clients"), "*.cs")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await File.WriteAllTextAsync(Path.Combine(folder, "clients.csproj"), Project);
        await RunAsync(folder, "build", "--nologo", "-v", "q", $"-p:Tool={Path.GetDirectoryName(GeneratorFactAttribute.Command)}", "-o", Path.Combine(folder, "out"));
        var told = await RunAsync(folder, [Path.Combine(folder, "out", "clients.dll"), .. arguments]);
        foreach (var vendor in sandbox.Vendors) told.ShouldContain($"{vendor}: whole round");
    }

    private async Task<string> RunAsync(string folder, params IReadOnlyList<string> arguments)
    {
        var told = await OtherProgram.RunAsync(folder, new Dictionary<string, string> { ["DOTNET_ROLL_FORWARD"] = "Major" }, "dotnet", arguments);
        output.WriteLine(told);
        return told;
    }
}
