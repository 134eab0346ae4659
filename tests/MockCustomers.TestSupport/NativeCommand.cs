using System.Runtime.InteropServices;

namespace MockCustomers.TestSupport;

/// <summary>The command that is compiled ahead of time, as .ci/native leaves it.</summary>
public static class NativeCommand
{
    private static readonly string[] Sources = ["src", "specs", "fixtures"];

    /// <summary>The folder of the executable, with the vendors beside it.</summary>
    public static string Folder { get; } = RepositoryFiles.PathOf("artifacts", "native", RuntimeInformation.RuntimeIdentifier);

    /// <summary>The executable.</summary>
    public static string File { get; } = Path.Combine(Folder, "mockcustomers");

    /// <summary>Why tests of it are skipped; null when it is there, and on a build server, where it has to be.</summary>
    public static string? Lacking { get; } = Environment.GetEnvironmentVariable("CI") == "true" ? null : Find();

    private static string? Find()
    {
        if (!System.IO.File.Exists(File)) return "no command that is compiled ahead of time: run .ci/native";
        var compiled = System.IO.File.GetLastWriteTimeUtc(File);
        var newest = Sources.SelectMany(folder => Directory.EnumerateFiles(RepositoryFiles.PathOf(folder), "*", SearchOption.AllDirectories))
            .MaxBy(System.IO.File.GetLastWriteTimeUtc)!;
        return System.IO.File.GetLastWriteTimeUtc(newest) > compiled ? $"{newest} is newer than the command that is compiled ahead of time: run .ci/native" : null;
    }
}
