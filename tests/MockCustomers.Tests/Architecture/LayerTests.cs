using System.Text.RegularExpressions;

namespace MockCustomers.Tests.Architecture;

/// <summary>The engine's folders: nouns know no verbs, and nobody knows the spine.</summary>
public sealed partial class LayerTests
{
    private static readonly string[] Nouns = ["Contracts", "Customers", "Diagnostics", "Exchange", "Ids", "Journal", "Manifests"];
    private static readonly string[] Verbs = ["Actions", "Auth", "Filters", "Limits", "Paging", "Queries", "Validation", "Writes"];
    private const string Spine = "Vendors";

    private static readonly Dictionary<string, HashSet<string>> Imports = Directory
        .GetDirectories(Repository.PathOf("src", "MockCustomers")).Select(folder => Path.GetFileName(folder)).Where(folder => folder is not ("bin" or "obj"))
        .ToDictionary(folder => folder, ImportsOf);

    [Fact]
    public void Nouns_import_no_verbs()
    {
        foreach (var noun in Nouns)
        {
            Repository.SourcesOf("src", "MockCustomers", noun).ShouldNotBeEmpty();
            Imports[noun].Intersect(Verbs).ShouldBeEmpty($"{noun} is a noun");
        }
    }

    [Fact]
    public void Nobody_imports_the_spine()
    {
        Imports.Count.ShouldBeGreaterThan(Nouns.Length + Verbs.Length);
        Imports.Where(folder => folder.Value.Contains(Spine)).Select(folder => folder.Key).ShouldBeEmpty();
    }

    [Fact]
    public void The_folders_know_each_other_in_no_circle()
    {
        var inCircle = Imports.Keys.Where(folder => Reachable(folder).Contains(folder)).Order(StringComparer.Ordinal).ToList();
        inCircle.ShouldBeEmpty();
    }

    [Fact]
    public void The_engine_is_no_part_of_a_host()
    {
        var projects = Repository.Sources.Select(Repository.ProjectOf).Where(project => project != "MockCustomers").Distinct().ToList();
        projects.ShouldNotBeEmpty();
        var spaces = projects.Select(project => project["MockCustomers.".Length..]).ToHashSet();
        Imports.Where(folder => folder.Value.Overlaps(spaces)).Select(folder => folder.Key).ShouldBeEmpty();
    }

    /// <summary>Everything that a folder imports, also through others.</summary>
    private static HashSet<string> Reachable(string folder)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(Imports[folder]);
        while (open.TryDequeue(out var next))
            if (reached.Add(next) && Imports.TryGetValue(next, out var more))
                foreach (var further in more) open.Enqueue(further);
        return reached;
    }

    private static HashSet<string> ImportsOf(string folder) =>
    [
        .. Repository.SourcesOf("src", "MockCustomers", folder)
            .SelectMany(file => Name().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(name => name != folder),
    ];

    [GeneratedRegex(@"(?<!namespace )\bMockCustomers\.(\w+)")]
    private static partial Regex Name();
}
