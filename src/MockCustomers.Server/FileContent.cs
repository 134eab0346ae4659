namespace MockCustomers.Server;

/// <summary>A file as it was read.</summary>
/// <param name="Path">Its path, or its name where the folder is known.</param>
internal sealed record FileContent(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether the other one has the same path and the same bytes.</summary>
    public bool IsSame(FileContent other) => Path == other.Path && Content.Span.SequenceEqual(other.Content.Span);
}
