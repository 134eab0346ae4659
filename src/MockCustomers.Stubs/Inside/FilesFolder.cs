using System.Text;
using MockCustomers.Mappings;
using WireMock.Handlers;

namespace MockCustomers.Stubs.Inside;

/// <summary>The files that stubs may read: those of one folder, and nothing is ever written.</summary>
/// <param name="folder">The vendor's folder __files; null for no files at all.</param>
internal sealed class FilesFolder(string? folder) : IFileSystemHandler
{
    private const int Largest = 16 * 1024 * 1024;
    private readonly BodyFolder? files = folder is null ? null : new BodyFolder(folder);

    public string GetMappingFolder() => files?.Root ?? "";

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
    public string? Find(string name) => files?.Find(name);

    private static IOException Refused(string what) => new($"'{what}' is not written or read: stubs read files of __files, and write none");
}
