using MockCustomers.Diagnostics;
using MockCustomers.Mappings;

namespace MockCustomers.Cli.Conversion;

/// <summary>The files that mappings name, and where they go: beside the mappings that are written, as they are beside those that are read.</summary>
/// <remarks>They are where the sandbox's stubs have them: in __files beside the mappings, or beside the folder "mappings".</remarks>
internal sealed class BodyFiles
{
    private const string MappingsName = "mappings";

    private readonly string from;
    private readonly string to;
    private readonly SortedDictionary<string, CopiedFile> copies = new(StringComparer.Ordinal);

    /// <param name="path">A file of mappings, or a folder of such files.</param>
    /// <param name="output">The folder that they are written to.</param>
    public BodyFiles(string path, string output)
    {
        var folder = Path.GetFullPath(path);
        from = Path.TrimEndingDirectorySeparator(File.Exists(folder) ? Path.GetDirectoryName(folder)! : folder);
        to = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
    }

    /// <summary>By where they go.</summary>
    public IEnumerable<CopiedFile> Copies => copies.Values;

    /// <summary>Takes the files that the mappings of a file name; one that is not there, or elsewhere, is reported.</summary>
    public void Add(SourceFile file, JsonPlace mappings)
    {
        foreach (var named in NamedFiles.In(mappings))
        {
            var beside = Beside(file);
            var folder = new BodyFolder(Path.Combine(beside, BodyFolder.Name));
            // Which ones a template names is known only when it is filled in.
            if (named.AsText!.Contains("{{", StringComparison.Ordinal)) foreach (var any in folder.All()) Add(any, beside, folder);
            else if (folder.Find(named.AsText) is { } found) Add(found, beside, folder);
            else named.Report($"there is no file '{named.AsText}' in {BodyFolder.Name}", $"the name of a file in {ShownPath.Of(folder.Root)}; none outside of it is copied");
        }
    }

    private void Add(string file, string beside, BodyFolder folder)
    {
        var target = Path.Combine(Counterpart(beside), BodyFolder.Name, Path.GetRelativePath(folder.Root, file));
        copies[target] = new CopiedFile(file, target);
    }

    /// <summary>The folder that has the __files of a file of mappings; where it would be when there is none.</summary>
    private string Beside(SourceFile file)
    {
        var folders = Above(file).ToList();
        return folders.Find(folder => Directory.Exists(Path.Combine(folder, BodyFolder.Name))) ?? folders[^1];
    }

    /// <summary>The folders that a file is in, the innermost first.</summary>
    private IEnumerable<string> Above(SourceFile file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        for (; folder != from && Path.GetDirectoryName(folder) is { } outer; folder = outer) yield return folder;
        yield return from;
        if (Path.GetFileName(from) == MappingsName) yield return Path.GetDirectoryName(from)!;
    }

    /// <summary>What is in the output as a folder is in what is read.</summary>
    private string Counterpart(string folder)
    {
        if (folder == Path.GetDirectoryName(from)) return Path.GetFileName(to) == MappingsName ? Path.GetDirectoryName(to)! : to;
        return Path.GetFullPath(Path.Combine(to, Path.GetRelativePath(from, folder)));
    }
}
