
namespace MockCustomers.Whole.Tests.Exports;

/// <summary>Files that the command exports.</summary>
internal static class Exported
{
    /// <summary>As many customers as are exported unless somebody says otherwise.</summary>
    public const int Customers = 50;

    public static IReadOnlyList<string> Forms { get; } = ["msw", "json", "har", "postman", "http"];

    /// <summary>Exports a vendor.</summary>
    /// <returns>The file's text.</returns>
    public static async Task<string> WriteAsync(string vendor, string form, string file, params string[] more)
    {
        var told = await OtherProgram.RunAsync(RepositoryFiles.Root, null, CommandFile.Quickest[0], [.. CommandFile.Quickest.Skip(1), "export", "--vendor", vendor, "--format", form, "--output", file, .. more]);
        told.ShouldBeEmpty();
        return await File.ReadAllTextAsync(file);
    }
}
