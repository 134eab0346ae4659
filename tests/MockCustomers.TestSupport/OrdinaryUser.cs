namespace MockCustomers.TestSupport;

/// <summary>Somebody without rights, as who runs what others install.</summary>
public static class OrdinaryUser
{
    private const string Nobody = "65534";

    /// <summary>A program and its arguments, run by nobody where root runs these tests; else as it is, by whoever runs them.</summary>
    public static IReadOnlyList<string> Line(string file, params IEnumerable<string> arguments) =>
        Environment.IsPrivilegedProcess && OtherProgram.IsHere("setpriv") ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", file, .. arguments] : [file, .. arguments];

    /// <summary>Lets everybody read, write and enter a folder and all that is in it.</summary>
    public static void Open(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Prepend(new DirectoryInfo(folder)))
            if (entry.LinkTarget is null) entry.UnixFileMode |= (UnixFileMode)0b110_110_110 | (entry is DirectoryInfo || entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? (UnixFileMode)0b001_001_001 : 0);
    }
}
