namespace MockCustomers.Cli.Conversion;

/// <summary>The files of mappings that a path means.</summary>
internal static class MappingFiles
{
    /// <summary>Where WireMock has bodies: what is below is no mapping.</summary>
    private const string BodiesName = "__files";

    /// <exception cref="FailureException">There is no such file, or none in the folder.</exception>
    public static IReadOnlyList<SourceFile> Of(string path)
    {
        if (File.Exists(path)) return [new SourceFile(path, Path.GetFileName(path))];
        if (!Directory.Exists(path)) throw new FailureException(ExitCode.Failed, $"{path}: there is no such file or folder");
        var files = Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
            .Select(file => new SourceFile(file, Path.GetRelativePath(path, file)))
            .Where(file => !file.Name.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Contains(BodiesName))
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new FailureException(ExitCode.Failed, $"{path}: there is no file *.json");
    }

    /// <summary>The folder of bodies in a folder of mappings; null when there is none.</summary>
    public static string? Bodies(string path) => Directory.Exists(path) ? Directory.EnumerateDirectories(path, BodiesName, SearchOption.AllDirectories).FirstOrDefault() : null;
}
