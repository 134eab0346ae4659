namespace MockCustomers.TestSupport;

/// <summary>The command as a program for dotnet to run, with the vendors beside it.</summary>
public static class CommandFile
{
    /// <summary>What .ci/image published, as users have it, on a build server; elsewhere what was built with these tests.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("CI") == "true"
        ? RepositoryFiles.PathOf("artifacts", "published", "MockCustomers.Cli.dll")
        : RepositoryFiles.PathOf("artifacts", "bin", "MockCustomers.Cli", RepositoryFiles.Configuration.ToLowerInvariant(), "MockCustomers.Cli.dll");
}
