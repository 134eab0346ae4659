using System.Reflection;
using MockCustomers.Customers;
using NetArchTest.Rules;

namespace MockCustomers.Tests.Architecture;

/// <summary>The engine's folders: each knows only those below it, nouns know no verbs, and nobody knows the spine.</summary>
public sealed class LayerTests
{
    private const string Engine = "MockCustomers";
    private const string Spine = "Vendors";
    private const string Builder = "Building";

    /// <summary>Every folder of the engine, from the bottom up: the types of one may know those of the lines above its own.</summary>
    private static readonly string[][] Ranks =
    [
        ["Contracts", "Customers", "Diagnostics"],
        ["Delays"],
        ["Faults", "Lifecycles"],
        ["Exchange"],
        ["Events"],
        ["Journal"],
        ["Auth", "Ids", "Templates", "Validation"],
        ["Drift", "Paging", "Plans"],
        ["Store"],
        ["Webhooks"],
        ["Queries", "Sessions"],
        ["Filters", "Limits", "Writes"],
        ["Actions"],
        [Spine],
        ["Manifests"],
        [Builder],
    ];

    private static readonly string[] Nouns = ["Contracts", "Customers", "Delays", "Diagnostics", "Events", "Exchange", "Faults", "Ids", "Journal", "Lifecycles"];
    private static readonly string[] Verbs = ["Actions", "Auth", "Drift", "Filters", "Limits", "Paging", "Queries", "Validation", "Webhooks", "Writes"];
    private static readonly Assembly Assembly = typeof(Population).Assembly;

    public static TheoryData<string> Folders => [.. Directory
        .GetDirectories(Repository.PathOf("src", Engine)).Select(folder => Path.GetFileName(folder)).Where(folder => folder is not ("bin" or "obj"))];

    [Fact]
    public void Every_folder_has_one_rank() =>
        Ranks.SelectMany(rank => rank).Order(StringComparer.Ordinal).ShouldBe(Folders.Select(row => row.Data).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_knows_only_those_of_lower_rank(string folder)
    {
        var rank = Array.FindIndex(Ranks, rank => rank.Contains(folder));
        rank.ShouldBeGreaterThanOrEqualTo(0, folder);
        Knowing(folder, [.. Ranks.Skip(rank).SelectMany(other => other).Where(other => other != folder)]).ShouldBeEmpty();
    }

    [Fact]
    public void Nouns_know_no_verbs()
    {
        foreach (var noun in Nouns) Knowing(noun, Verbs).ShouldBeEmpty($"{noun} is a noun");
    }

    [Fact]
    public void No_folder_depends_on_the_spine()
    {
        foreach (var folder in Folders.Select(row => row.Data).Where(folder => folder is not (Spine or Builder))) Knowing(folder, [Spine]).ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_builds_vendors_knows_manifests()
    {
        foreach (var folder in Folders.Select(row => row.Data).Where(folder => folder is not ("Manifests" or Builder))) Knowing(folder, ["Manifests"]).ShouldBeEmpty();
        Knowing(Builder, ["Manifests"]).ShouldNotBeEmpty();
    }

    /// <summary>What answers requests has nothing to report: what builds it, and what reads files, has.</summary>
    [Fact]
    public void Only_what_builds_vendors_and_reads_files_knows_diagnostics()
    {
        foreach (var folder in Folders.Select(row => row.Data).Where(folder => folder is not ("Manifests" or Builder or "Diagnostics")))
            Knowing(folder, ["Diagnostics"]).Where(type => !type.Split(':')[0].EndsWith("Reader", StringComparison.Ordinal)).ShouldBeEmpty();
        Knowing(Builder, ["Diagnostics"]).ShouldNotBeEmpty();
    }

    /// <summary>The test can fail: what the spine does know is found by the same question.</summary>
    [Fact]
    public void The_spine_knows_the_others() => Knowing(Spine, Verbs).ShouldNotBeEmpty();

    [Fact]
    public void The_engine_does_not_depend_on_a_host()
    {
        var projects = Repository.Sources.Select(Repository.ProjectOf).Where(project => project != Engine).Distinct().ToArray();
        projects.ShouldNotBeEmpty();
        Names(Types.InAssembly(Assembly).ShouldNot().HaveDependencyOnAny(projects).GetResult()).ShouldBeEmpty();
    }

    /// <summary>The types of a folder that know one of several others.</summary>
    private static List<string> Knowing(string folder, string[] others)
    {
        var types = Types.InAssembly(Assembly).That().ResideInNamespace($"{Engine}.{folder}");
        types.GetTypes().ShouldNotBeEmpty(folder);
        return Names(types.ShouldNot().HaveDependencyOnAny([.. others.Select(other => $"{Engine}.{other}")]).GetResult());
    }

    private static List<string> Names(NetArchTest.Rules.TestResult result) => [.. (result.FailingTypes ?? []).Select(type => $"{type.FullName}: {type.Explanation}")];
}
