namespace MockCustomers.TestSupport;

/// <summary>The repository as files, and what its build made.</summary>
public static class RepositoryFiles
{
    /// <summary>The nearest folder above that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of the vendors.</summary>
    public static string Specs { get; } = PathOf("specs");

    /// <summary>The folder of the documented examples.</summary>
    public static string Fixtures { get; } = PathOf("fixtures");

    /// <summary>The vendors that ship, by their names.</summary>
    public static IReadOnlyList<string> Vendors { get; } =
    [
        .. Directory.EnumerateDirectories(Specs).Select(folder => Path.GetFileName(folder))
            .Where(name => name[0] is not ('_' or '.')).Order(StringComparer.Ordinal),
    ];

    /// <summary>What these tests were built as: Debug or Release.</summary>
    public static string Configuration { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)) == "release" ? "Release" : "Debug";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Text(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Copies a folder with all that is in it.</summary>
    public static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        foreach (var folder in Directory.EnumerateDirectories(from)) CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MockCustomers.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above holds MockCustomers.sln");
    }
}
