using MockCustomers.Contracts;
using MockCustomers.Diagnostics;
using MockCustomers.Fakes;
using MockCustomers.Manifests;
using MockCustomers.OpenApi;
using MockCustomers.Vendors;

namespace MockCustomers.Server;

/// <summary>Reads vendors from folders: specs/NAME/vendor.yaml, the spec that it names, and fixtures/NAME/*.json.</summary>
public static class SandboxFolder
{
    private static readonly string[] ManifestNames = ["vendor.yaml", "vendor.yml", "vendor.json"];

    /// <summary>The names of all vendors of a folder, sorted: every folder with something in it whose name begins with neither _ nor a dot.</summary>
    public static IReadOnlyList<string> Names(string specs) => !Directory.Exists(specs) ? [] :
    [
        .. Directory.EnumerateDirectories(specs).Where(d => Directory.EnumerateFileSystemEntries(d).Any()).Select(d => Path.GetFileName(d)!)
            .Where(name => name[0] is not ('_' or '.')).Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the vendors that the settings name, with each one's offset from the port base.</summary>
    /// <exception cref="InvalidSandboxException">Something is wrong with them; all of it is told.</exception>
    public static IReadOnlyList<(Vendor Vendor, int Offset)> Load(SandboxSettings settings)
    {
        var diagnostics = new DiagnosticBag();
        var names = Names(settings.Specs);
        if (names.Count == 0) diagnostics.Add(settings.Specs, "", "there is no vendor here", "a folder of vendors: NAME/vendor.yaml and its spec");
        foreach (var unknown in settings.Vendors.Except(names))
            diagnostics.Add(settings.Specs, "", $"there is no vendor '{unknown}'", $"one of: {string.Join(", ", names)}");
        diagnostics.ThrowIfAny();

        var read = new (VendorManifest? Manifest, Contract? Contract, IReadOnlyList<Fixture> Fixtures)[names.Count];
        var bags = names.Select(_ => new DiagnosticBag()).ToArray();
        BogusFaker? faker = null;
        Parallel.Invoke(
            () => faker = new BogusFaker(CountryFolder.Read(Path.Combine(settings.Specs, "_countries"), diagnostics)),
            () => Parallel.For(0, names.Count, i => read[i] = Read(settings, names[i], bags[i])));

        var vendors = new (Vendor? Vendor, int Offset)[names.Count];
        var options = settings.Options with { CacheMegabytes = settings.Options.CacheMegabytes / Math.Max(1, names.Count(n => IsServed(settings, n))) };
        var offsets = Offsets([.. read.Select(r => r.Manifest)], diagnostics);
        Parallel.For(0, names.Count, i =>
        {
            if (!IsServed(settings, names[i])) return;
            var (manifest, contract, fixtures) = read[i];
            if (manifest is null || contract is null) return;
            vendors[i] = (new VendorRules(options, faker!, bags[i]).Make(manifest, contract, fixtures), offsets[i]);
        });
        for (var i = 0; i < names.Count; i++)
            if (IsServed(settings, names[i])) diagnostics.Add(bags[i]);
        if (!diagnostics.IsEmpty)
            foreach (var (vendor, _) in vendors) vendor?.Dispose();
        diagnostics.ThrowIfAny();
        return [.. vendors.Where(v => v.Vendor is not null).Select(v => (v.Vendor!, v.Offset))];
    }

    /// <summary>A vendor that is not served only lends its port offset: what is wrong with it stops nobody.</summary>
    private static bool IsServed(SandboxSettings settings, string name) => settings.Vendors.Count == 0 || settings.Vendors.Contains(name);

    private static (VendorManifest?, Contract?, IReadOnlyList<Fixture>) Read(SandboxSettings settings, string name, DiagnosticBag diagnostics)
    {
        var folder = Path.Combine(settings.Specs, name);
        var file = ManifestNames.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists);
        if (file is null)
        {
            diagnostics.Add(folder, "", "there is no manifest", "vendor.yaml, as docs/vendors.md describes it");
            return (null, null, []);
        }

        var before = diagnostics.Found.Count;
        var document = DocumentReader.Read(file, File.ReadAllBytes(file), diagnostics);
        if (document is null && diagnostics.Found.Count > before) return (null, null, []);
        var manifest = ManifestReader.Read(name, file, document, diagnostics);
        if (manifest is null || !IsServed(settings, name)) return (manifest, null, []);
        var spec = Path.Combine(folder, manifest.Spec);
        if (!File.Exists(spec))
        {
            manifest.Node.Report($"the spec '{manifest.Spec}' is not there", "spec: the file's name beside the manifest");
            return (manifest, null, []);
        }

        var contract = ContractReader.Read(spec, File.ReadAllBytes(spec), diagnostics);
        foreach (var beside in manifest.Beside)
        {
            var other = Path.Combine(folder, beside);
            if (!File.Exists(other)) manifest.Node.Report($"the spec '{beside}' is not there", "beside: files beside the manifest");
            else contract = Together(contract, ContractReader.Read(other, File.ReadAllBytes(other), diagnostics), manifest);
        }

        return (manifest, contract, Fixtures(Path.Combine(settings.Fixtures, name), diagnostics));
    }

    /// <summary>The operations of two specs of one API.</summary>
    private static Contract? Together(Contract? contract, Contract? other, VendorManifest manifest)
    {
        if (contract is null || other is null) return null;
        foreach (var twice in other.Operations.Where(o => contract.Operations.Any(known => known.Id == o.Id || (known.Method == o.Method && known.Path == o.Path))))
            manifest.Node.Report($"the operation '{twice.Id}' is in {Path.GetFileName(contract.File)} too", $"once: leave it out of {Path.GetFileName(other.File)}");
        return contract with { Operations = [.. contract.Operations, .. other.Operations] };
    }

    private static IReadOnlyList<Fixture> Fixtures(string folder, DiagnosticBag diagnostics)
    {
        if (!Directory.Exists(folder)) return [];
        var fixtures = new List<Fixture>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var before = diagnostics.Found.Count;
            var document = DocumentReader.Read(file, File.ReadAllBytes(file), diagnostics);
            if (diagnostics.Found.Count == before) fixtures.Add(new Fixture(file, document));
        }

        return fixtures;
    }

    /// <summary>Each vendor's offset from the port base: its manifest's, else the first free one in the order of names.</summary>
    private static int[] Offsets(VendorManifest?[] manifests, DiagnosticBag diagnostics)
    {
        var taken = new Dictionary<int, string>();
        var offsets = new int[manifests.Length];
        for (var i = 0; i < manifests.Length; i++)
        {
            if (manifests[i] is not { Port: { } port } manifest) continue;
            if (!taken.TryAdd(port, manifest.Name))
                manifest.Node.Report($"port {port} is {taken[port]}'s", "port: an offset of its own, or none for the first free one");
            offsets[i] = port;
        }

        for (var i = 0; i < manifests.Length; i++)
        {
            if (manifests[i]?.Port is not null) continue;
            offsets[i] = Enumerable.Range(1, 999).First(offset => !taken.ContainsKey(offset));
            taken.Add(offsets[i], "");
        }

        return offsets;
    }
}
