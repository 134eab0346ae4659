namespace MockCustomers.Population.Tests;

/// <summary>Where this project's sources are.</summary>
internal static class Here
{
    public static string Folder { get; } = RepositoryFiles.PathOf("tests", "MockCustomers.Population.Tests");
}
