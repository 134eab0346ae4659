using System.Text.RegularExpressions;

namespace MockCustomers.Tests.Architecture;

/// <summary>The engine's folders: each has a rank, and imports nothing of a higher one.</summary>
public sealed partial class LayerTests
{
    /// <summary>From the lowest to the highest: nouns, state, verbs, spine, building.</summary>
    private static readonly string[][] Ranks =
    [
        ["Contracts", "Customers", "Diagnostics", "Exchange", "Faults", "Ids", "Journal", "Plans", "Templates"],
        ["Sessions", "Store"],
        ["Actions", "Auth", "Filters", "Limits", "Paging", "Queries", "Validation", "Writes"],
        ["Vendors"],
        ["Building", "Manifests"],
    ];

    private static readonly Dictionary<string, HashSet<string>> Imports = Directory
        .GetDirectories(Repository.PathOf("src", "MockCustomers")).Select(folder => Path.GetFileName(folder)).Where(folder => folder is not ("bin" or "obj"))
        .ToDictionary(folder => folder, ImportsOf);

    [Fact]
    public void Every_folder_has_a_rank() => Ranks.SelectMany(rank => rank).ShouldBe(Imports.Keys, ignoreOrder: true);

    [Fact]
    public void No_folder_imports_a_higher_one()
    {
        for (var rank = 0; rank < Ranks.Length; rank++)
        {
            var higher = Ranks.Skip(rank + 1).SelectMany(folders => folders).ToList();
            foreach (var folder in Ranks[rank])
            {
                Repository.SourcesOf("src", "MockCustomers", folder).ShouldNotBeEmpty();
                Imports[folder].Intersect(higher).ShouldBeEmpty($"{folder} has a lower rank");
            }
        }
    }

    [Fact]
    public void Only_building_imports_manifests()
    {
        Importing("Manifests").ShouldNotBeEmpty();
        Importing("Manifests").Where(file => !IsIn(file, "Building")).Select(Repository.Shown).ShouldBeEmpty();
    }

    /// <summary>What answers requests has nothing to report: who builds it, and who reads files, has.</summary>
    [Fact]
    public void Only_building_manifests_and_readers_import_diagnostics()
    {
        var importing = Importing("Diagnostics").Where(file => Repository.ProjectOf(file) == "MockCustomers").ToList();
        importing.ShouldNotBeEmpty();
        importing.Where(file => !IsIn(file, "Building") && !IsIn(file, "Manifests") && !Path.GetFileNameWithoutExtension(file).EndsWith("Reader", StringComparison.Ordinal))
            .Select(Repository.Shown).ShouldBeEmpty();
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

    /// <summary>The files of src that import a folder of the engine, those of the folder itself left out.</summary>
    private static List<string> Importing(string folder) =>
        [.. Repository.Sources.Where(file => !IsIn(file, folder) && Name().Matches(File.ReadAllText(file)).Any(match => match.Groups[1].Value == folder))];

    private static bool IsIn(string file, string folder) => Repository.Shown(file).StartsWith($"src/MockCustomers/{folder}/", StringComparison.Ordinal);

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
