namespace MockCustomers.Cli;

/// <summary>Paths as they are shown to people.</summary>
internal static class ShownPath
{
    /// <summary>Relative to the current directory when it is below it, else as it is. A #pointer at the end stays.</summary>
    public static string Of(string path) => Within(Environment.CurrentDirectory, path);

    /// <summary>Relative to a folder when it is below it, else as it is.</summary>
    public static string Within(string folder, string path)
    {
        if (!Path.IsPathRooted(path)) return path;
        var relative = Path.GetRelativePath(folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }
}
