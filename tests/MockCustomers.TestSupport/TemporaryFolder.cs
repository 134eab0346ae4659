namespace MockCustomers.TestSupport;

/// <summary>A folder outside the repository that goes when the test does.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mockcustomers-").FullName;

    public string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file, and the folders above it.</summary>
    /// <returns>Where it is.</returns>
    public string Write(string text, params string[] parts)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Of(parts))!);
        File.WriteAllText(Of(parts), text);
        return Of(parts);
    }

    /// <summary>A copy of a folder, to be changed.</summary>
    /// <returns>Where it is.</returns>
    public string CopyOf(string folder)
    {
        var copy = Of(System.IO.Path.GetFileName(folder));
        RepositoryFiles.CopyFolder(folder, copy);
        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
