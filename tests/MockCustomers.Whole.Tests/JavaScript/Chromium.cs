namespace MockCustomers.Whole.Tests.JavaScript;

/// <summary>The browser of the machine.</summary>
internal static class Chromium
{
    /// <summary>null when there is none.</summary>
    public static string? File { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(System.IO.File.Exists);
}
