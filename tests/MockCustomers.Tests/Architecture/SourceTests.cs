using System.Text.RegularExpressions;

namespace MockCustomers.Tests.Architecture;

/// <summary>What every source file is held to.</summary>
public sealed partial class SourceTests
{
    private const int Longest = 250;

    [Fact]
    public void No_source_file_is_long()
    {
        Repository.Sources.ShouldNotBeEmpty();
        Repository.Sources.Where(file => File.ReadLines(file).Count() > Longest).Select(Repository.Shown).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(@"#pragma\s+warning")]
    [InlineData(@"\bSuppressMessage\b")]
    [InlineData(@"#nullable\s+disable")]
    [InlineData(@"\bNotImplementedException\b")]
    public void Nothing_is_hushed_up(string pattern) => Found(pattern).ShouldBeEmpty();

    [Fact]
    public void No_vendor_is_named_in_code()
    {
        var names = Manifests.Vendors.Select(vendor => Regex.Escape(vendor)).ToList();
        names.ShouldNotBeEmpty();
        Found($@"(?i)\b({string.Join('|', names)}|guru pay)\b").Where(found => !found.Contains(".g.cs: ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_is_a_namespace()
    {
        foreach (var file in Repository.Sources.Where(file => Path.GetFileName(file) != "Program.cs"))
        {
            var expected = string.Join('.', Repository.Shown(file).Split('/')[1..^1]);
            File.ReadAllText(file).ShouldContain($"namespace {expected};", customMessage: Repository.Shown(file));
        }
    }

    /// <summary>As dotnet format style --diagnostics IMPORTS sorts them, which compiles everything to see it.</summary>
    [Fact]
    public void Usings_are_sorted_those_of_System_first()
    {
        string[] folders = ["src", "tests", "samples", "bench"];
        var files = folders.SelectMany(folder => Repository.SourcesOf(folder)).ToList();
        files.Count.ShouldBeGreaterThan(Repository.Sources.Count);
        foreach (var file in files)
        {
            foreach (Match run in Usings().Matches(File.ReadAllText(file)))
            {
                var spaces = run.Groups[1].Captures.Select(capture => capture.Value).ToList();
                spaces.ShouldBe(spaces.OrderBy(space => space.Split('.')[0] != "System").ThenBy(space => space.Replace('.', '\0'), StringComparer.OrdinalIgnoreCase).ToList(), Repository.Shown(file));
            }
        }
    }

    /// <summary>The names in the table of docs/architecture.md are all that users see.</summary>
    [Fact]
    public void What_is_public_stands_in_the_architecture()
    {
        var types = Repository.Sources.SelectMany(file => PublicType().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        types.ShouldNotBeEmpty();
        var section = Repository.Text("docs", "architecture.md").Split("## What is public")[1].Split("\n## ")[0];
        TypeInTable().Matches(section).Select(match => match.Groups[1].Value).ShouldBe(types, ignoreOrder: true);
    }

    [GeneratedRegex(@"^public (?:abstract |sealed |static |readonly |ref |partial )*(?:class|record struct|record|struct|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"(?:^using ([\w.]+);\r?\n)+", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"(?<=^\|.*)`(\w+)`", RegexOptions.Multiline)]
    private static partial Regex TypeInTable();

    private static IEnumerable<string> Found(string pattern)
    {
        Repository.Sources.ShouldNotBeEmpty();
        return Repository.Sources.SelectMany(file => Regex.Matches(File.ReadAllText(file), pattern).Select(m => $"{Repository.Shown(file)}: {m.Value}"));
    }
}
