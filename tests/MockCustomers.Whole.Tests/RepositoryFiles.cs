namespace MockCustomers.Whole.Tests;

/// <summary>The repository, and what its build made.</summary>
internal static class RepositoryFiles
{
    /// <summary>The nearest folder above that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>What these tests were built as: Debug or Release.</summary>
    public static string Configuration { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)) == "release" ? "Release" : "Debug";

    /// <summary>The folder of the built command.</summary>
    public static string CommandFolder => Path.Combine(AppContext.BaseDirectory, "..", "..", "MockCustomers.Cli", Configuration.ToLowerInvariant());

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MockCustomers.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("no folder above holds MockCustomers.sln");
    }
}
