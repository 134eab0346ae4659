using System.Text.RegularExpressions;
using MockCustomers.Server;

namespace MockCustomers.Vendors.Tests;

/// <summary>The vendors under test: those that ship, and one more that is made here as anybody would make it.</summary>
/// <remarks>
/// The one more, "acme", is a copy of specs/_template, in a specs folder of its own beside copies of all others. It has no C# and passes the same theories.
/// </remarks>
public static partial class Vendors
{
    public const string Sixth = "acme";

    private static readonly Lazy<string> Copied = new(Copy);

    /// <summary>The repository's folder of vendors, as the build copies it.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "specs");

    /// <summary>A folder of all vendors under test.</summary>
    public static string Specs => Copied.Value;

    /// <summary>Every vendor under test.</summary>
    public static TheoryData<string> All() => [.. SandboxFolder.Names(Specs)];

    /// <summary>Every vendor that ships.</summary>
    public static TheoryData<string> Ours() => [.. SandboxFolder.Names(Shipped)];

    /// <summary>Where this project's sources are.</summary>
    public static string Sources() => RepositoryFiles.PathOf("tests", "MockCustomers.Vendors.Tests");

    private static string Copy()
    {
        var temporary = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => temporary.Dispose();
        var folder = temporary.CopyOf(Shipped);
        var template = Path.Combine(Shipped, "_template");
        var sixth = Path.Combine(folder, Sixth);
        RepositoryFiles.CopyFolder(template, sixth);
        var manifest = Path.Combine(sixth, "vendor.yaml");
        File.WriteAllText(manifest, OwnPort().Replace(File.ReadAllText(manifest), ""));
        return folder;
    }

    [GeneratedRegex("(?m)^port:.*\n")]
    private static partial Regex OwnPort();
}
