using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MockCustomers.Tests.Architecture;

/// <summary>The documents name what is there, and what they name is there.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Architecture = Repository.Text("docs", "architecture.md");
    private static readonly string Readme = Repository.Text("README.md");

    [Fact]
    public void Every_folder_of_src_stands_in_the_architecture()
    {
        var folders = Repository.Sources.Select(file => Path.GetDirectoryName(Repository.Shown(file))!.Replace('\\', '/')).Distinct().ToList();
        folders.ShouldNotBeEmpty();
        folders.Where(folder => !Architecture.Contains($"`{folder}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_that_the_architecture_names_is_there()
    {
        var named = Folder().Matches(Architecture).Select(match => match.Groups[1].Value).Distinct().ToList();
        named.ShouldNotBeEmpty();
        named.Where(folder => !Directory.Exists(Repository.PathOf(folder))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_decision_stands_in_the_architecture_and_has_its_parts()
    {
        var decisions = Directory.GetFiles(Repository.PathOf("docs", "adr"), "*.md");
        decisions.ShouldNotBeEmpty();
        foreach (var file in decisions)
        {
            Architecture.ShouldContain($"(adr/{Path.GetFileName(file)})", customMessage: "the index of decisions");
            var text = File.ReadAllText(file);
            foreach (var part in new[] { "Status: ", "## Context", "## Options", "## Decision", "## Consequences" })
                text.ShouldContain(part, customMessage: Repository.Shown(file));
        }
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var links = Documents().SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(match => (File: file, Target: match.Groups[1].Value))).ToList();
        links.ShouldNotBeEmpty();
        links.Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.File)!, link.Target)))
            .Select(link => $"{Repository.Shown(link.File)}: {link.Target}").ShouldBeEmpty();
    }

    [Fact]
    public void Links_to_a_heading_lead_to_one()
    {
        var links = Documents().SelectMany(file => Anchor().Matches(File.ReadAllText(file)).Select(match => (File: file, Target: match.Groups[1].Value, Heading: match.Groups[2].Value))).ToList();
        links.ShouldNotBeEmpty();
        links.Where(link => !Headings(link.Target.Length == 0 ? link.File : Path.Combine(Path.GetDirectoryName(link.File)!, link.Target)).Contains(link.Heading))
            .Select(link => $"{Repository.Shown(link.File)}: {link.Target}#{link.Heading}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_vendor_and_its_keys_stand_in_the_readme()
    {
        Manifests.Vendors.ShouldNotBeEmpty();
        foreach (var vendor in Manifests.Vendors)
        {
            var manifest = Manifests.Document(vendor);
            var row = Readme.Split('\n').Single(line => line.StartsWith($"| `{vendor}` |", StringComparison.Ordinal));
            row.ShouldContain($"| {4010 + manifest["port"]!.GetValue<int>()} |");
            var key = manifest["auth"]!["keys"]![0]!;
            Readme.ShouldContain((key is JsonObject map ? map["key"]! : key).GetValue<string>());
        }
    }

    [Fact]
    public void The_documents_name_the_flags_and_commands_that_there_are()
    {
        var document = Repository.Text("docs", "command.md");
        var sources = string.Concat(Repository.SourcesOf("src", "MockCustomers.Cli").Select(File.ReadAllText));
        var flags = FlagInCode().Matches(sources).Select(match => match.Groups[1].Value).Distinct().ToList();
        flags.ShouldNotBeEmpty("the command line is not here");
        FlagRow().Matches(document).Select(match => match.Groups[1].Value).Distinct().ShouldBe(flags, ignoreOrder: true);
        var commands = CommandInCode().Matches(sources).Select(match => match.Groups[1].Value).ToList();
        CommandRow().Matches(document).Select(match => match.Groups[1].Value).ShouldBe(commands, ignoreOrder: true);
        ExitRow().Matches(document).Select(match => match.Groups[1].Value)
            .ShouldBe(ExitInCode().Matches(Repository.Text("src", "MockCustomers.Cli", "ExitCode.cs")).Select(match => match.Groups[1].Value), ignoreOrder: true);
    }

    [Fact]
    public void The_documents_name_the_paths_of_the_control_port()
    {
        var document = Repository.Text("docs", "control-port.md");
        var routes = Repository.SourcesOf("src", "MockCustomers.Server", "Control")
            .SelectMany(file => RouteInCode().Matches(File.ReadAllText(file)))
            .Select(match => $"{match.Groups[1].Value.ToUpperInvariant()} {match.Groups[2].Value}").ToList();
        routes.Count.ShouldBeGreaterThan(7);
        routes.Where(route => !document.Contains($"`{route}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Documents() => Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.GetFiles(Repository.Root, "*.md"));

    /// <summary>The names that a document's headings have in links: in small letters, with dashes for spaces and without other signs.</summary>
    private static IEnumerable<string> Headings(string file) =>
        Heading().Matches(File.ReadAllText(file)).Select(match => NotInAnchors().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"`(src/[\w./]+)`")]
    private static partial Regex Folder();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)")]
    private static partial Regex Anchor();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex("\"(--[a-z][a-z-]+)\"")]
    private static partial Regex FlagInCode();

    [GeneratedRegex("^\\| `(--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex FlagRow();

    [GeneratedRegex("new Command\\(\"([a-z-]+)\"")]
    private static partial Regex CommandInCode();

    [GeneratedRegex("^\\| `mockcustomers ([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex CommandRow();

    [GeneratedRegex(@"public const int \w+ = (\d+);")]
    private static partial Regex ExitInCode();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex ExitRow();

    [GeneratedRegex("ControlRoute\\.(?:Async\\(\")?(Get|Post|Put|Delete|[A-Z]+)(?:\", |\\()\"(/[^\"]+)\"")]
    private static partial Regex RouteInCode();
}
