using System.Text.RegularExpressions;
using System.Xml.Linq;
using MockCustomers.Customers;

namespace MockCustomers.Tests.Architecture;

/// <summary>One package, one door: what is foreign stands behind one project each.</summary>
public sealed partial class PackageTests
{
    private static readonly Dictionary<string, string> Doors = new()
    {
        ["WireMock.Net.Minimal"] = "MockCustomers.Stubs",
        ["Microsoft.IdentityModel.Protocols.OpenIdConnect"] = "MockCustomers.Stubs",
        ["Humanizer"] = "MockCustomers.Stubs",
        ["Scalar.AspNetCore"] = "MockCustomers.Reference",
        ["Microsoft.OpenApi"] = "MockCustomers.OpenApi",
        ["YamlDotNet"] = "MockCustomers.OpenApi",
        ["Bogus"] = "MockCustomers.Fakes",
        ["JsonSchema.Net"] = "MockCustomers.Matching",
        ["Microsoft.AspNetCore.App"] = "MockCustomers.Server",
        ["NodaTime"] = "MockCustomers.Server",
        ["OpenTelemetry"] = "MockCustomers.Telemetry",
        ["OpenTelemetry.Exporter.OpenTelemetryProtocol"] = "MockCustomers.Telemetry",
        ["ModelContextProtocol.Core"] = "MockCustomers.Mcp",
        ["System.CommandLine"] = "MockCustomers.Cli",
        ["Microsoft.Extensions.DependencyInjection"] = "MockCustomers.Cli",
        ["Spectre.Console"] = "MockCustomers.Cli",
        ["CsvHelper"] = "MockCustomers.Cli",
        ["xunit.v3.extensibility.core"] = "MockCustomers.Testing.XunitV3",
        ["Aspire.Hosting"] = "MockCustomers.Aspire",
        ["Polly.Core"] = "MockCustomers.Aspire",
        ["Nerdbank.MessagePack"] = "MockCustomers.Aspire",
        ["Testcontainers"] = "MockCustomers.Testcontainers",
    };

    /// <summary>The namespaces of those packages, as far as they are not the runtime's.</summary>
    private static readonly Dictionary<string, string> Namespaces = new()
    {
        ["WireMock"] = "MockCustomers.Stubs",
        ["Newtonsoft"] = "MockCustomers.Stubs",
        ["Scalar"] = "MockCustomers.Reference",
        ["Microsoft.OpenApi"] = "MockCustomers.OpenApi",
        ["YamlDotNet"] = "MockCustomers.OpenApi",
        ["Bogus"] = "MockCustomers.Fakes",
        ["Json.Schema"] = "MockCustomers.Matching",
        ["Microsoft.AspNetCore"] = "MockCustomers.Server",
        ["NodaTime"] = "MockCustomers.Server",
        ["OpenTelemetry"] = "MockCustomers.Telemetry",
        ["ModelContextProtocol"] = "MockCustomers.Mcp",
        ["System.CommandLine"] = "MockCustomers.Cli",
        ["Spectre"] = "MockCustomers.Cli",
        ["CsvHelper"] = "MockCustomers.Cli",
        ["Xunit"] = "MockCustomers.Testing.XunitV3",
        ["Aspire"] = "MockCustomers.Aspire",
        ["DotNet.Testcontainers"] = "MockCustomers.Testcontainers",
        ["Docker"] = "MockCustomers.Testcontainers",
    };

    [Fact]
    public void Every_package_is_behind_one_door()
    {
        var references = Repository.Projects.SelectMany(project => References(project, "PackageReference", "FrameworkReference")
            .Select(package => (Project: Path.GetFileNameWithoutExtension(project), Package: package))).ToList();
        references.ShouldNotBeEmpty();
        foreach (var (project, package) in references)
        {
            Doors.ShouldContainKey(package, $"{project} references {package}: give it a door here");
            project.ShouldBe(Doors[package], $"{package} has its door in {Doors[package]}");
        }
    }

    [Fact]
    public void Foreign_types_are_named_behind_their_door_alone()
    {
        var named = Repository.Sources.SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
            .Select(space => Namespaces.FirstOrDefault(n => space == n.Key || space.StartsWith(n.Key + ".", StringComparison.Ordinal)))
            .Where(door => door.Key is not null)
            .Select(door => (File: file, Door: door.Value))).ToList();
        named.ShouldNotBeEmpty();
        named.Where(n => Repository.ProjectOf(n.File) != n.Door && !IsWireMocks(n.File, n.Door)).Select(n => $"{Repository.Shown(n.File)} belongs into {n.Door}").ShouldBeEmpty();
    }

    [Fact]
    public void The_engine_stands_on_the_runtime_alone()
    {
        var engine = XDocument.Load(Repository.PathOf("src", "MockCustomers", "MockCustomers.csproj"));
        engine.Descendants().Where(e => e.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal)).ShouldBeEmpty();
        var assemblies = typeof(Population).Assembly.GetReferencedAssemblies();
        assemblies.ShouldNotBeEmpty();
        assemblies.Select(a => a.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_pinned_package_says_what_it_is_for()
    {
        var pins = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").ToList();
        pins.ShouldNotBeEmpty();
        foreach (var door in Doors.Keys.Where(d => d != "Microsoft.AspNetCore.App"))
        {
            var pin = pins.SingleOrDefault(p => p.Attribute("Include")!.Value == door);
            pin.ShouldNotBeNull($"{door} has no version in Directory.Packages.props");
            pin.NodesBeforeSelf().OfType<XComment>().ShouldNotBeEmpty();
        }
    }

    /// <summary>WireMock.Net's pipeline is one of ASP.NET Core: whoever calls it sees both. And one package is for those who have WireMock.Net already.</summary>
    private static bool IsWireMocks(string file, string door) =>
        (door == "MockCustomers.Server" && Repository.ProjectOf(file) == "MockCustomers.Stubs") || (door == "MockCustomers.Stubs" && Repository.ProjectOf(file) == "MockCustomers.WireMock");

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?([A-Z][\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Using();

    private static IEnumerable<string> References(string project, params string[] kinds) =>
        XDocument.Load(project).Descendants().Where(e => kinds.Contains(e.Name.LocalName)).Select(e => e.Attribute("Include")!.Value);
}
