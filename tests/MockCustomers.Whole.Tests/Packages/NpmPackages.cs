namespace MockCustomers.Whole.Tests.Packages;

/// <summary>A project outside the repository in which npm's packages are installed; nobody changes it.</summary>
public sealed class NpmPackages(PackedFeed feed) : IAsyncLifetime
{
    private readonly TemporaryFolder place = new();

    /// <summary>The project's folder.</summary>
    internal string Path => place.Path;

    /// <summary>Why tests of it are skipped; null when everything is there.</summary>
    internal static string? Lacking =>
        NativeCommand.Lacking ?? (OtherProgram.IsHere("node") && OtherProgram.IsHere("npx") ? null : "no node, or no npx, on this machine");

    internal string Of(params string[] parts) => place.Of(parts);

    internal string Write(string text, params string[] parts) => place.Write(text, parts);

    public async ValueTask InitializeAsync()
    {
        if (Lacking is not null) return;
        place.Write("""{"name": "theirs", "private": true}""", "package.json");
        await OtherProgram.RunAsync(place.Path, null, "npm", ["install", "--offline", "--no-audit", "--no-fund", "--cache", place.Of("cache"), .. await feed.TarballsAsync()]);
        OrdinaryUser.Open(place.Path);
    }

    public ValueTask DisposeAsync()
    {
        place.Dispose();
        return ValueTask.CompletedTask;
    }
}
