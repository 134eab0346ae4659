namespace MockCustomers.Tests.Architecture;

/// <summary>The repository as files: what these tests look at.</summary>
internal static class Repository
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    public static string Root => RepositoryFiles.Root;

    /// <summary>The project files of src.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetFiles(PathOf("src"), "*.csproj", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)];

    /// <summary>The source files of src.</summary>
    public static IReadOnlyList<string> Sources { get; } = SourcesOf("src");

    /// <summary>The source files of a folder.</summary>
    public static IReadOnlyList<string> SourcesOf(params string[] folder) =>
        [.. Directory.GetFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)];

    public static string PathOf(params string[] parts) => RepositoryFiles.PathOf(parts);

    public static string Text(params string[] parts) => RepositoryFiles.Text(parts);

    /// <summary>The path of a file as people say it.</summary>
    public static string Shown(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The project that a file of src is in.</summary>
    public static string ProjectOf(string file) => Shown(file).Split('/')[1];

    private static bool IsSource(string file) => !file.Split(Separators).Any(part => part is "bin" or "obj" or "artifacts");
}
