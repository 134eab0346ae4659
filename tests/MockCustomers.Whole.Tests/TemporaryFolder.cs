namespace MockCustomers.Whole.Tests;

/// <summary>A folder outside the repository that goes when the test does.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mockcustomers-whole-").FullName;

    public string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file, and the folders above it.</summary>
    public void Write(string text, params string[] parts)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Of(parts))!);
        File.WriteAllText(Of(parts), text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
