namespace MockCustomers.Mappings;

/// <summary>The folder of the files that mappings name: what is outside of it is not there, whatever the name and wherever links lead.</summary>
/// <param name="path">Whether there is such a folder or not. It may be a link itself.</param>
internal sealed class BodyFolder(string path)
{
    /// <summary>What the folder is called, beside the mappings.</summary>
    public const string Name = "__files";

    /// <summary>More than any sensible folder has on one path; links in a circle have no end.</summary>
    private const int MostLinks = 40;

    private static readonly EnumerationOptions WithoutLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    public string Root { get; } = Path.GetFullPath(path);

    /// <summary>The file of a name, links followed; null when there is none, or when it is elsewhere.</summary>
    public string? Find(string name)
    {
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(name)) return null;
        var file = Path.GetFullPath(Path.Combine(Root, name));
        if (!IsInside(Root, file) || !File.Exists(file)) return null;
        return Real(Root) is { } root && Real(file) is { } real && IsInside(root, real) ? file : null;
    }

    /// <summary>Every file that is no link, also in folders that are none.</summary>
    public IEnumerable<string> All() => Directory.Exists(Root) ? Directory.EnumerateFiles(Root, "*", WithoutLinks).Order(StringComparer.Ordinal) : [];

    private static bool IsInside(string root, string file) => file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Where a path leads when every link on its way is followed, those on the links' own ways too; null when they lead in a circle.</summary>
    private static string? Real(string path)
    {
        var real = Path.GetPathRoot(path)!;
        var ahead = new Stack<string>(Parts(path[real.Length..]));
        for (var links = 0; ahead.TryPop(out var part);)
        {
            var next = Path.GetFullPath(Path.Combine(real, part));
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (entry.LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks) return null;
            var begin = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
            if (begin.Length > 0) real = begin;
            foreach (var step in Parts(target[begin.Length..])) ahead.Push(step);
        }

        return real;
    }

    /// <summary>The last first.</summary>
    private static IEnumerable<string> Parts(string path) => path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse();
}
