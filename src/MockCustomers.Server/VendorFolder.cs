using MockCustomers.Building;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.OpenApi;
using MockCustomers.Server.Reference;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>One vendor's files: specs/NAME/vendor.yaml, the specs that it names, and fixtures/NAME/*.json.</summary>
internal sealed class VendorFolder
{
    private static readonly string[] ManifestNames = ["vendor.yaml", "vendor.yml", "vendor.json"];

    private readonly string name;
    private readonly string folder;
    private readonly string fixtures;
    private readonly SpecsAhead specs;
    private readonly List<FileContent> specFiles = [];

    /// <param name="isServed">A vendor that is not served only lends its port offset: what is wrong with it stops nobody.</param>
    public VendorFolder(VendorPlace place, bool isServed)
    {
        Place = place;
        IsServed = isServed;
        name = place.Name;
        folder = place.Specs;
        fixtures = place.Fixtures;
        specs = new SpecsAhead(folder, isServed);
    }

    public VendorPlace Place { get; }

    public bool IsServed { get; }

    /// <summary>Gets everything that is wrong with the files.</summary>
    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>Every file that was read.</summary>
    public SourceFiles Files { get; } = new();

    /// <summary>The manifest; null until it is read, and when it cannot be.</summary>
    public VendorSource? Source { get; private set; }

    /// <summary>null until it is built, and when it cannot be.</summary>
    public Vendor? Vendor { get; private set; }

    /// <summary>The specs of which the vendor was built, as they were read.</summary>
    public IReadOnlyList<ServedSpec> Specs => ServedSpec.Of(specFiles);

    public void ReadManifest()
    {
        var file = ManifestNames.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists);
        if (file is null)
        {
            Diagnostics.Add(folder, "", "there is no manifest", "vendor.yaml, as docs/vendors.md describes it");
            return;
        }

        var before = Diagnostics.Found.Count;
        var document = DocumentReader.Read(file, Bytes(file), Diagnostics);
        if (document is null && Diagnostics.Found.Count > before) return;
        Source = VendorSource.Read(name, file, document, Diagnostics);
    }

    /// <summary>Reads the specs and fixtures of the manifest, and builds the vendor of them.</summary>
    public async Task BuildAsync(SandboxOptions options, IFaker faker)
    {
        if (Source is null) return;
        if (!File.Exists(Path.Combine(folder, Source.Spec)))
        {
            Source.Report($"the spec '{Source.Spec}' is not there", "spec: the file's name beside the manifest");
            return;
        }

        List<Contract?> contracts = [await SpecAsync(Source.Spec)];
        foreach (var beside in Source.Beside)
        {
            if (!File.Exists(Path.Combine(folder, beside))) Source.Report($"the spec '{beside}' is not there", "beside: files beside the manifest");
            else contracts.Add(await SpecAsync(beside));
        }

        var examples = Fixtures();
        if (!contracts.Contains(null)) Vendor = Source.Build([.. contracts.OfType<Contract>()], examples, options, faker);
    }

    private async Task<Contract?> SpecAsync(string file)
    {
        var (contract, content) = await specs.ReadAsync(file, Diagnostics);
        specFiles.Add(new FileContent(Path.Combine(folder, file), content));
        Files.Add(file, content);
        return contract;
    }

    private byte[] Bytes(string file)
    {
        var bytes = File.ReadAllBytes(file);
        Files.Add(file, bytes);
        return bytes;
    }

    private List<Fixture> Fixtures()
    {
        var read = new List<Fixture>();
        if (!Directory.Exists(fixtures)) return read;
        foreach (var file in Directory.EnumerateFiles(fixtures, "*.json").Order(StringComparer.Ordinal))
        {
            var before = Diagnostics.Found.Count;
            var document = DocumentReader.Read(file, Bytes(file), Diagnostics);
            if (Diagnostics.Found.Count == before) read.Add(new Fixture(file, document));
        }

        return read;
    }
}
