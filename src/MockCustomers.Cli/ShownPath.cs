namespace MockCustomers.Cli;

/// <summary>Paths as they are shown to people.</summary>
internal static class ShownPath
{
    /// <summary>Relative to the current directory when it is below it, else as it is. A #pointer at the end stays.</summary>
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }
}
