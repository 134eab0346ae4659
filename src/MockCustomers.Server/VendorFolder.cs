using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Manifests;
using MockCustomers.OpenApi;
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
    public SourceHash Sources { get; } = new();

    /// <summary>null until it is read, and when it cannot be.</summary>
    public VendorManifest? Manifest { get; private set; }

    /// <summary>null until it is made, and when it cannot be.</summary>
    public Vendor? Vendor { get; private set; }

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
        Manifest = ManifestReader.Read(name, file, document, Diagnostics);
    }

    /// <summary>Reads the specs and fixtures of the manifest, and makes the vendor of them.</summary>
    public void Make(SandboxOptions options, IFaker faker)
    {
        if (Manifest is null) return;
        if (!File.Exists(Path.Combine(folder, Manifest.Spec)))
        {
            Manifest.Node.Report($"the spec '{Manifest.Spec}' is not there", "spec: the file's name beside the manifest");
            return;
        }

        var contract = Spec(Manifest.Spec);
        foreach (var beside in Manifest.Beside)
        {
            if (!File.Exists(Path.Combine(folder, beside))) Manifest.Node.Report($"the spec '{beside}' is not there", "beside: files beside the manifest");
            else contract = Together(contract, Spec(beside), Manifest);
        }

        var examples = Fixtures();
        if (contract is not null) Vendor = new VendorRules(options, faker, Diagnostics).Make(Manifest, contract, examples);
    }

    /// <summary>The operations of two specs of one API.</summary>
    private static Contract? Together(Contract? contract, Contract? other, VendorManifest manifest)
    {
        if (contract is null || other is null) return null;
        foreach (var twice in other.Operations.Where(o => contract.Operations.Any(known => known.Id == o.Id || (known.Method == o.Method && known.Path == o.Path))))
            manifest.Node.Report($"the operation '{twice.Id}' is in {Path.GetFileName(contract.File)} too", $"once: leave it out of {Path.GetFileName(other.File)}");
        return contract with { Operations = [.. contract.Operations, .. other.Operations] };
    }

    private Contract? Spec(string file)
    {
        var contract = specs.Read(file, Diagnostics);
        if (contract is not null) Sources.Add(file, contract.Sha256);
        return contract;
    }

    private byte[] Bytes(string file)
    {
        var bytes = File.ReadAllBytes(file);
        Sources.Add(file, bytes);
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
