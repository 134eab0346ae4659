using System.Text;
using MockCustomers.Cli.Flags;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi;
using MockCustomers.Server;

namespace MockCustomers.Cli.Init;

/// <summary>The files that init writes: all of them, or none.</summary>
/// <param name="config">The file of settings; the others are beside it.</param>
/// <param name="builtIn">The folder of the vendors that come with the sandbox, which has the schemas.</param>
/// <param name="force">Whether files that are there are written over.</param>
internal sealed class FirstFiles(string config, string builtIn, bool force)
{
    /// <summary>For editors: what the file of settings may say.</summary>
    public const string Schema = "mockcustomers.schema.json";

    private const string ManifestSchema = "vendor.schema.json";

    private readonly string folder = Path.GetDirectoryName(config)!;
    private readonly List<FirstFile> files = [];

    private string Specs => Path.Combine(folder, "specs");

    /// <summary>Adds the folder of a vendor whose spec the user has.</summary>
    /// <returns>The vendor's name.</returns>
    /// <exception cref="InvalidSandboxException">The spec cannot be read.</exception>
    public string Vendor(string spec, string? name)
    {
        var bytes = File.ReadAllBytes(spec);
        var mistakes = new DiagnosticBag();
        var contract = ContractReader.Read(Path.GetFullPath(spec), bytes, mistakes);
        var document = DocumentReader.Read(spec, bytes, new DiagnosticBag());
        if (contract is null || document is null) mistakes.ThrowIfAny();
        name ??= VendorSketch.NameOf(contract!.Title);
        var copy = "openapi" + Path.GetExtension(spec).ToLowerInvariant() switch { ".json" => ".json", _ => ".yaml" };
        var manifest = new VendorSketch(contract!, document!, name, copy).Manifest;
        files.Add(new FirstFile(Path.Combine(Specs, name, copy), bytes, "the OpenAPI document, unchanged"));
        files.Add(new FirstFile(Path.Combine(Specs, name, "vendor.yaml"), Encoding.UTF8.GetBytes(Head + YamlText.Of(manifest)), "the manifest: what the document does not say, as far as it could be guessed"));
        files.Add(Shipped(ManifestSchema, Specs, "what editors check manifests by"));
        return name;
    }

    /// <summary>Adds the file of settings.</summary>
    /// <param name="vendors">Those to serve, besides the user's own; empty for all.</param>
    public void Settings(IReadOnlyList<string> vendors, string? own, IReadOnlyList<IFlag> flags)
    {
        var chosen = new Dictionary<string, string>();
        if (own is not null) chosen["specs"] = "specs";
        if (own is not null || vendors.Count > 0) chosen["vendor"] = $"[{string.Join(", ", vendors.Append(own).OfType<string>().Distinct())}]";
        files.Insert(0, new FirstFile(config, Encoding.UTF8.GetBytes(SettingsText.Of(flags, chosen)), "the settings; every key with its default in a comment"));
        files.Insert(1, Shipped(Schema, folder, "what editors check the settings by"));
    }

    /// <exception cref="FailureException">One of them is there already.</exception>
    public async Task WriteAsync(CancellationToken stop)
    {
        var there = files.Where(file => File.Exists(file.Path) && !file.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(file.Path))).Select(file => ShownPath.Of(file.Path)).ToList();
        if (there.Count > 0 && !force) throw new FailureException(ExitCode.Failed, $"{string.Join(", ", there)} {(there.Count == 1 ? "is" : "are")} there already; --force writes over it");
        foreach (var file in files)
        {
            await using var written = new Replacement(file.Path);
            await written.Stream.WriteAsync(file.Bytes, stop);
            await written.KeepAsync(stop);
        }
    }

    /// <summary>Tells what was written and what to do next; of a vendor also what its manifest still lacks.</summary>
    public async Task TellAsync(string? own, SandboxSettings settings)
    {
        foreach (var file in files) await Console.Out.WriteLineAsync($"{ShownPath.Of(file.Path)}: {file.What}");
        await Console.Out.WriteLineAsync();
        var lacking = own is null ? [] : await LackingAsync(settings with { Specs = Specs, Vendors = [own] });
        var isFound = Path.GetFileName(config) == Configuration.ConfigFile.Names[0] && folder == Environment.CurrentDirectory;
        var named = isFound ? "" : $" --config {ShownPath.Of(config)}";
        foreach (var diagnostic in lacking) await Console.Out.WriteLineAsync((diagnostic with { File = ShownPath.Of(diagnostic.File) }).ToString());
        if (lacking.Count > 0) await Console.Out.WriteLineAsync($"\nNext: change {ShownPath.Of(Path.Combine(Specs, own!, "vendor.yaml"))} until 'mockcustomers validate{named}' has nothing to say; docs/vendors.md has every key.");
        else await Console.Out.WriteLineAsync($"Next: mockcustomers{named}");
    }

    private const string Head =
        """
        # yaml-language-server: $schema=../vendor.schema.json
        # A first guess, from the OpenAPI document beside it: look through all of it. docs/vendors.md has every key.

        """;

    private static async Task<IReadOnlyList<Diagnostic>> LackingAsync(SandboxSettings settings)
    {
        try
        {
            await SandboxFolder.CheckAsync(settings);
            return [];
        }
        catch (InvalidSandboxException invalid)
        {
            return invalid.Diagnostics;
        }
    }

    private FirstFile Shipped(string name, string to, string what) => new(Path.Combine(to, name), File.ReadAllBytes(Path.Combine(builtIn, name)), what);
}
