namespace MockCustomers.Server;

/// <summary>Files as they were read, so that what is served can be told from what has changed since.</summary>
/// <remarks>Kept, not hashed: the specs among them are kept anyhow, and the first hash loads OpenSSL, which takes more memory than all of them.</remarks>
internal sealed class SourceFiles
{
    private readonly List<FileContent> files = [];

    /// <summary>Adds a file that was read.</summary>
    public void Add(string file, ReadOnlyMemory<byte> content) => files.Add(new FileContent(file, content));

    /// <summary>Adds files that were read elsewhere.</summary>
    public void Add(SourceFiles others) => files.AddRange(others.files);

    /// <summary>Whether the same files were read in the same order, with the same bytes.</summary>
    public bool AreThose(SourceFiles others) =>
        files.Count == others.files.Count && files.Zip(others.files).All(pair => pair.First.IsSame(pair.Second));
}
