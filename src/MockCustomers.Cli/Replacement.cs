namespace MockCustomers.Cli;

/// <summary>A file that appears under its name when it is complete, and not at all when it is not.</summary>
internal sealed class Replacement : IAsyncDisposable
{
    private readonly string file;
    private readonly string written;
    private bool kept;

    public Replacement(string file)
    {
        this.file = Path.GetFullPath(file);
        if (Directory.Exists(this.file)) throw new IOException($"{file} is a folder; name a file");
        var folder = Path.GetDirectoryName(this.file)!;
        Directory.CreateDirectory(folder);
        written = Path.Combine(folder, $".{Path.GetFileName(this.file)}.{Environment.ProcessId}.partial");
        Stream = new FileStream(written, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public FileStream Stream { get; }

    /// <summary>What was written takes the place of what was there.</summary>
    public async Task KeepAsync(CancellationToken stop)
    {
        await Stream.FlushAsync(stop);
        await Stream.DisposeAsync();
        File.Move(written, file, overwrite: true);
        kept = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (!kept) File.Delete(written);
    }
}
