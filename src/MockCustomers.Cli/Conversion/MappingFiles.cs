using MockCustomers.Mappings;

namespace MockCustomers.Cli.Conversion;

/// <summary>The files of mappings that a path means.</summary>
internal static class MappingFiles
{
    /// <remarks>What is below __files is no mapping.</remarks>
    /// <exception cref="FailureException">There is no such file, or none in the folder.</exception>
    public static IReadOnlyList<SourceFile> Of(string path)
    {
        if (File.Exists(path)) return [new SourceFile(path, Path.GetFileName(path))];
        if (!Directory.Exists(path)) throw new FailureException(ExitCode.Failed, $"{path}: there is no such file or folder");
        var files = Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
            .Select(file => new SourceFile(file, Path.GetRelativePath(path, file)))
            .Where(file => !file.Name.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Contains(BodyFolder.Name))
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new FailureException(ExitCode.Failed, $"{path}: there is no file *.json");
    }
}
