using System.Text.RegularExpressions;
using MockCustomers.Diagnostics;
using MockCustomers.Server;

namespace MockCustomers.Vendors.Tests.Broken;

/// <summary>A folder of vendors with a mistake in it, and what should be told about it.</summary>
/// <remarks>
/// A case is a text of parts, each divided by a line of one dash: a sentence; then for each mistake the file, what stands there and
/// what stands there instead; then the diagnostics, one a line, in no order, in which {...} stands for anything. "(all)" is the
/// whole file; "(none)" instead of it removes the file.
/// </remarks>
internal sealed class BrokenFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string root;

    private BrokenFolder(string sentence, string[] expected)
    {
        root = folder.Path;
        Sentence = sentence;
        Expected = expected;
        RepositoryFiles.CopyFolder(Path.Combine(Cases, "..", "base"), root);
        RepositoryFiles.CopyFolder(Path.Combine(Vendors.Shipped, "_countries"), Path.Combine(root, "specs", "_countries"));
    }

    /// <summary>Where the build puts the cases.</summary>
    public static string Cases => Path.Combine(AppContext.BaseDirectory, "Broken", "cases");

    /// <summary>Settings that serve what is in it, on free ports.</summary>
    public SandboxSettings Settings => new() { Specs = Path.Combine(root, "specs"), Fixtures = Path.Combine(root, "fixtures"), PortBase = 0 };

    public string Sentence { get; }

    public IReadOnlyList<string> Expected { get; }

    /// <summary>The folder of a case; without one, the folder in which nothing is wrong.</summary>
    public static BrokenFolder Of(string? name = null)
    {
        if (name is null) return new BrokenFolder("", []);
        var parts = File.ReadAllText(Path.Combine(Cases, name + ".txt")).ReplaceLineEndings("\n").TrimEnd('\n').Split("\n-\n");
        var folder = new BrokenFolder(parts[0], parts[^1].Split('\n'));
        for (var part = 1; part + 3 < parts.Length; part += 3) folder.Break(parts[part], parts[part + 1], parts[part + 2]);
        return folder;
    }

    /// <summary>What is told about it, with forward slashes and relative to it.</summary>
    public IReadOnlyList<string> Told()
    {
        try
        {
            SandboxFolder.CheckAsync(Settings).GetAwaiter().GetResult();
            return [];
        }
        catch (InvalidSandboxException exception)
        {
            return [.. exception.Diagnostics.Select(d => $"{d with { File = Path.GetRelativePath(root, d.File).Replace('\\', '/') }}")];
        }
    }

    /// <summary>The expected lines that nothing matches, and the told ones that were not expected.</summary>
    public (IReadOnlyList<string> Missing, IReadOnlyList<string> Surplus) Differences()
    {
        var told = Told().ToList();
        var missing = new List<string>();
        foreach (var line in Expected)
        {
            var pattern = "^" + string.Join(".*", line.Split("{...}").Select(Regex.Escape)) + "$";
            var found = told.FindIndex(t => Regex.IsMatch(t, pattern, RegexOptions.Singleline));
            if (found < 0) missing.Add(line);
            else told.RemoveAt(found);
        }

        return (missing, told);
    }

    /// <summary>Changes a file.</summary>
    /// <param name="old">What stands there once; "(all)" for everything.</param>
    /// <param name="new">What stands there instead; "(none)" for all removes the file.</param>
    public void Break(string file, string old, string @new)
    {
        var path = Path.Combine(root, file);
        if (old == "(all)")
        {
            if (@new == "(none)") File.Delete(path);
            else File.WriteAllText(path, @new);
            return;
        }

        var text = File.ReadAllText(path);
        text.Split(old).Length.ShouldBe(2, $"'{old}' stands once in {file}");
        File.WriteAllText(path, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();
}
