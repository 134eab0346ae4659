namespace MockCustomers.TestSupport;

/// <summary>The command as a program to run, with the vendors beside it.</summary>
public static class CommandFile
{
    /// <summary>For dotnet to run: what .ci/image published, as users have it, on a build server; elsewhere what was built with these tests.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("CI") == "true"
        ? RepositoryFiles.PathOf("artifacts", "published", "MockCustomers.Cli.dll")
        : RepositoryFiles.PathOf("artifacts", "bin", "MockCustomers.Cli", RepositoryFiles.Configuration.ToLowerInvariant(), "MockCustomers.Cli.dll");

    /// <summary>The program that starts soonest, and arguments before all others: for what every build of the command does.</summary>
    public static IReadOnlyList<string> Quickest { get; } = NativeCommand.Lacking is null ? [NativeCommand.File] : ["dotnet", Path];
}
