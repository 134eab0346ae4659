namespace MockCustomers.Cli.Tests;

/// <summary>The vendors, as the folders beside the command name them.</summary>
public static class Vendors
{
    public static string Specs { get; } = Path.Combine(AppContext.BaseDirectory, "specs");

    public static IReadOnlyList<string> Names => RepositoryFiles.Vendors;

    public static TheoryData<string> All() => new(Names);

    public static string First => Names[0];
}
