using System.Text;
using WireMock.Handlers;

namespace MockCustomers.Stubs.Inside;

/// <summary>The files that stubs may read: those of one folder, and nothing is ever written.</summary>
/// <param name="folder">The vendor's folder __files; null for no files at all.</param>
internal sealed class FilesFolder(string? folder) : IFileSystemHandler
{
    private const int Largest = 16 * 1024 * 1024;
    private readonly string? root = folder is null ? null : Path.GetFullPath(folder);

    public string GetMappingFolder() => root ?? "";

    public bool FolderExists(string path) => false;

    public void CreateFolder(string path) => throw Refused(path);

    public IEnumerable<string> EnumerateFiles(string path, bool includeSubdirectories) => [];

    public string ReadMappingFile(string path) => throw Refused(path);

    public void WriteMappingFile(string path, string text) => throw Refused(path);

    public byte[] ReadResponseBodyAsFile(string path) => ReadFile(path);

    public string ReadResponseBodyAsString(string path) => ReadFileAsString(path);

    public void DeleteFile(string filename) => throw Refused(filename);

    public bool FileExists(string filename) => Find(filename) is not null;

    public void WriteFile(string filename, byte[] bytes) => throw Refused(filename);

    public void WriteFile(string folder, string filename, byte[] bytes) => throw Refused(filename);

    public byte[] ReadFile(string filename)
    {
        var file = Find(filename) ?? throw new IOException($"there is no file '{filename}' in __files; stubs read no others");
        return new FileInfo(file).Length <= Largest ? File.ReadAllBytes(file) : throw new IOException($"the file '{filename}' is larger than {Largest} bytes");
    }

    public string ReadFileAsString(string filename) => Encoding.UTF8.GetString(ReadFile(filename));

    public string GetUnmatchedRequestsFolder() => throw Refused("unmatched requests");

    public void WriteUnmatchedRequest(string filename, string text) => throw Refused(filename);

    /// <summary>The file of that name inside the folder, links followed; null when there is none, or when it is elsewhere.</summary>
    public string? Find(string name)
    {
        if (root is null || name.Length == 0 || name.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(name)) return null;
        var path = Path.GetFullPath(Path.Combine(root, name));
        return IsInside(path) && File.Exists(path) && IsInside(Resolved(path)) ? path : null;
    }

    private bool IsInside(string path) => path.StartsWith(root! + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Where a path leads when every link on its way below the folder is followed.</summary>
    private string Resolved(string path)
    {
        var resolved = root!;
        foreach (var part in Path.GetRelativePath(root!, path).Split(Path.DirectorySeparatorChar))
        {
            resolved = Path.Combine(resolved, part);
            FileSystemInfo entry = Directory.Exists(resolved) ? new DirectoryInfo(resolved) : new FileInfo(resolved);
            if (entry.ResolveLinkTarget(returnFinalTarget: true) is { } target) resolved = target.FullName;
        }

        return resolved;
    }

    private static IOException Refused(string what) => new($"'{what}' is not written or read: stubs read files of __files, and write none");
}
