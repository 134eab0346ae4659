using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>One hash of all that decides which bytes a sandbox serves: two sandboxes of one fingerprint serve the same.</summary>
internal static class Fingerprint
{
    /// <summary>Lower-case hex of SHA-256 over the engine's version, the options and every file that is read.</summary>
    /// <remarks>File names count relative to their folders, with forward slashes; the order in which a disk lists them does not.</remarks>
    public static string Of(SandboxSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var options = settings.Options;
        Add(hash, string.Create(
            CultureInfo.InvariantCulture,
            $"engine {EngineVersion.Text}\nseed {options.Seed.Text}\npopulation {options.Population}\nnow {options.Now.UtcDateTime:O}\nquirks {options.Quirks}\n"));
        if (options.Sessions.Clock != ClockMode.Frozen) Add(hash, $"clock {options.Sessions.Clock}\n");
        foreach (var folder in VendorPlace.Countries(settings)) AddFolder(hash, "_countries", folder, [".yaml"]);
        foreach (var place in VendorPlace.All(settings).Where(place => settings.Vendors.Count == 0 || settings.Vendors.Contains(place.Name)))
        {
            AddFolder(hash, "specs/" + place.Name, place.Specs, [".json", ".yaml", ".yml"]);
            AddFolder(hash, "fixtures/" + place.Name, place.Fixtures, [".json"]);
            if (settings.Stubs is { } stubs) AddStubs(hash, "stubs/" + place.Name, Path.Combine(stubs, place.Name));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>All files of a folder and of those within it: a stub may show any of them.</summary>
    private static void AddStubs(IncrementalHash hash, string name, string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            AddFile(hash, $"{name}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", file);
    }

    private static void AddFolder(IncrementalHash hash, string name, string folder, string[] endings)
    {
        if (!Directory.Exists(folder)) return;
        var files = Directory.EnumerateFiles(folder)
            .Where(file => endings.Contains(Path.GetExtension(file)))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal);
        foreach (var file in files) AddFile(hash, $"{name}/{Path.GetFileName(file)}", file);
    }

    private static void AddFile(IncrementalHash hash, string name, string file) => Add(hash, $"{name} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}\n");

    private static void Add(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line));
}
