using System.Text.Json.Nodes;
using MockCustomers.Building.Checks;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Manifests;
using MockCustomers.Vendors;

namespace MockCustomers.Building;

/// <summary>A vendor's manifest as it was read, and the vendor that is built of it: for those who read files.</summary>
internal sealed class VendorSource
{
    private readonly VendorManifest manifest;
    private readonly DiagnosticBag diagnostics;

    private VendorSource(VendorManifest manifest, DiagnosticBag diagnostics)
    {
        this.manifest = manifest;
        this.diagnostics = diagnostics;
    }

    /// <summary>The port's offset from the port base; null for the first free one in the order of names.</summary>
    public int? Port => manifest.Port;

    /// <summary>The spec's file beside the manifest.</summary>
    public string Spec => manifest.Spec;

    /// <summary>Further specs of the same API beside the manifest, whose operations are served with the spec's own.</summary>
    public IReadOnlyList<string> Beside => manifest.Beside;

    /// <summary>Reads a manifest.</summary>
    /// <param name="name">The vendor's name: that of its folder.</param>
    /// <param name="diagnostics">Gets whatever is wrong, now and when the vendor is built.</param>
    /// <returns>null when the document is not a map.</returns>
    public static VendorSource? Read(string name, string file, JsonNode? document, DiagnosticBag diagnostics) =>
        ManifestReader.Read(name, file, document, diagnostics) is { } manifest ? new VendorSource(manifest, diagnostics) : null;

    /// <summary>Reports something about the manifest as a whole.</summary>
    public void Report(string problem, string remedy) => manifest.Node.Report(problem, remedy);

    /// <summary>Builds the vendor.</summary>
    /// <param name="contracts">The specs: the manifest's own, and those beside it.</param>
    /// <param name="fixtures">The vendor's documented examples.</param>
    /// <returns>null when something is wrong; what it is, is in the diagnostics.</returns>
    public Vendor? Build(IReadOnlyList<Contract> contracts, IReadOnlyList<Fixture> fixtures, SandboxOptions options, IFaker faker)
    {
        var contract = contracts[0];
        foreach (var beside in contracts.Skip(1)) contract = Together(contract, beside);
        return new VendorBuilder(options, faker, diagnostics).Build(manifest, contract, fixtures);
    }

    /// <summary>Judges by the spec what the vendor serves.</summary>
    /// <param name="vendor">The one that was built; with few customers, as all of them are looked at.</param>
    /// <param name="found">Gets what is wrong, at the place of the manifest or spec that makes it so.</param>
    /// <returns>The operations that could not be tried, each with the reason.</returns>
    public Task<IReadOnlyList<string>> CheckAsync(Vendor vendor, DiagnosticBag found) => new ServedCheck(vendor, manifest, found).RunAsync();

    /// <summary>The operations of two specs of one API.</summary>
    private Contract Together(Contract contract, Contract other)
    {
        foreach (var twice in other.Operations.Where(o => contract.Operations.Any(known => known.Id == o.Id || (known.Method == o.Method && known.Path == o.Path))))
            Report($"the operation '{twice.Id}' is in {Path.GetFileName(contract.File)} too", $"once: leave it out of {Path.GetFileName(other.File)}");
        return contract with { Operations = [.. contract.Operations, .. other.Operations] };
    }
}
