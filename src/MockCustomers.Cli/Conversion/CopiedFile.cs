namespace MockCustomers.Cli.Conversion;

/// <summary>A file that mappings name, to be copied as it is.</summary>
internal sealed record CopiedFile(string From, string To)
{
    /// <returns>What became of it: what was there before is not lost without a word.</returns>
    public async Task<string> WriteAsync(CancellationToken stop)
    {
        var content = await File.ReadAllBytesAsync(From, stop);
        var before = File.Exists(To) ? await File.ReadAllBytesAsync(To, stop) : null;
        if (before is not null && content.SequenceEqual(before)) return "is there already";
        await using var copy = new Replacement(To);
        await copy.Stream.WriteAsync(content, stop);
        await copy.KeepAsync(stop);
        return before is null ? "copied" : "copied over another of this name";
    }
}
