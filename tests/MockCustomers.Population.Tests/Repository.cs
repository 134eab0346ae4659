namespace MockCustomers.Population.Tests;

/// <summary>Where the files of this repository are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Specs => Path.Combine(Root, "specs");

    public static string Fixtures => Path.Combine(Root, "fixtures");

    public static string Here => Path.Combine(Root, "tests", "MockCustomers.Population.Tests");

    public static string[] Vendors { get; } =
    [
        .. Directory.EnumerateDirectories(Specs).Select(folder => Path.GetFileName(folder)!)
            .Where(name => name[0] is not ('_' or '.')).Order(StringComparer.Ordinal),
    ];

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MockCustomers.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
