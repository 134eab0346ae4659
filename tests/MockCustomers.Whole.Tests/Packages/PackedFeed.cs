using System.IO.Compression;
using System.Xml.Linq;

namespace MockCustomers.Whole.Tests.Packages;

/// <summary>A folder of packages, as those who publish them pack them, and a place outside the repository where they are installed.</summary>
public sealed class PackedFeed : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task> packed;

    public PackedFeed() => packed = new Lazy<Task>(PackAsync);

    /// <summary>Our packages are read from nowhere but the folder; those of others may be here already.</summary>
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = folder.Of("installed"),
        ["NUGET_FALLBACK_PACKAGES"] = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>The package files.</summary>
    internal async Task<IReadOnlyList<string>> FilesAsync()
    {
        await packed.Value;
        return Directory.GetFiles(folder.Of("feed"), "*.nupkg");
    }

    /// <summary>A new folder below which the packages can be restored, beside what the machine's own sources have.</summary>
    internal async Task<string> PlaceAsync(string name)
    {
        await packed.Value;
        folder.Write("""<configuration><packageSources><add key="packed" value="../feed" /></packageSources></configuration>""", name, "nuget.config");
        return folder.Of(name);
    }

    /// <summary>The version of a package.</summary>
    internal async Task<string> VersionOfAsync(string id)
    {
        foreach (var file in await FilesAsync())
            if (Metadata(file) is var metadata && metadata("id") == id) return metadata("version")!;
        throw new InvalidOperationException($"there is no package {id}");
    }

    /// <summary>What a package says of itself, by the words of its format; null for what it does not say.</summary>
    internal static Func<string, string?> Metadata(string file)
    {
        using var package = ZipFile.OpenRead(file);
        using var text = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var elements = XDocument.Load(text).Root!.Elements().Single().Elements().ToList();
        return name => elements.Find(element => element.Name.LocalName == name)?.Value;
    }

    public void Dispose() => folder.Dispose();

    private async Task PackAsync()
    {
        foreach (var project in new[] { "MockCustomers.Testing", "MockCustomers.Testing.XunitV3", "MockCustomers.Aspire", "MockCustomers.Testcontainers", "MockCustomers.WireMock", "MockCustomers.Cli" })
        {
            await OtherProgram.RunAsync(
                RepositoryFiles.Root, Environment, "dotnet", "pack", Path.Combine("src", project), "--no-build", "--configuration", RepositoryFiles.Configuration,
                "--output", folder.Of("feed"), "--nologo", "-verbosity:quiet", "-nodeReuse:false");
        }
    }
}
