namespace MockCustomers.Tests.Architecture;

/// <summary>The repository as files: what these tests look at.</summary>
internal static class Repository
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>The nearest folder above that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The project files of src.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetFiles(PathOf("src"), "*.csproj", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)];

    /// <summary>The source files of src.</summary>
    public static IReadOnlyList<string> Sources { get; } = SourcesOf("src");

    /// <summary>The source files of a folder.</summary>
    public static IReadOnlyList<string> SourcesOf(params string[] folder) =>
        [.. Directory.GetFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)];

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Text(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>The path of a file as people say it.</summary>
    public static string Shown(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The project that a file of src is in.</summary>
    public static string ProjectOf(string file) => Shown(file).Split('/')[1];

    private static bool IsSource(string file) => !file.Split(Separators).Any(part => part is "bin" or "obj" or "artifacts");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MockCustomers.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("no folder above holds MockCustomers.sln");
    }
}
