namespace MockCustomers.Page.Tests;

/// <summary>The browser of this machine: Playwright brings a driver, and no browser.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Where it is; null when there is none.</summary>
    public static string? File { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(System.IO.File.Exists);

    /// <summary>Why tests in a browser are skipped; null when there is one.</summary>
    public static string? Lacking => File is null ? "no Chromium: run 'apt-get install chromium'" : null;
}
