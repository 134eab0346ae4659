using System.Text.Json.Nodes;
using MockCustomers.Building;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Exchange;
using MockCustomers.Fakes;
using MockCustomers.Fakes.Countries;
using MockCustomers.Manifests;
using MockCustomers.OpenApi;
using MockCustomers.Sessions;
using MockCustomers.Vendors;

namespace MockCustomers.Tests.Architecture;

/// <summary>The manifests of the repository, its template among them, and what the readers say of changed ones.</summary>
internal static class Manifests
{
    private const string Template = "_template";

    private static readonly Lazy<BogusFaker> Faker = new(() => new BogusFaker(Countries()));

    /// <summary>The folders of the vendors that are served.</summary>
    public static IReadOnlyList<string> Vendors => RepositoryFiles.Vendors;

    /// <summary>The folders that hold a manifest.</summary>
    public static IReadOnlyList<string> All { get; } = [Template, .. Vendors];

    public static IFaker RealFaker => Faker.Value;

    public static JsonNode Document(string vendor) => Read("specs", vendor, "vendor.yaml");

    public static JsonNode Read(params string[] parts) => Parse(Repository.Text(parts), Repository.PathOf(parts));

    public static JsonNode Parse(string text, string file = "vendor.yaml")
    {
        var diagnostics = new DiagnosticBag();
        var document = DocumentReader.Read(file, text, diagnostics);
        diagnostics.Found.ShouldBeEmpty();
        return document.ShouldNotBeNull();
    }

    /// <summary>Makes the template's vendor out of a manifest.</summary>
    public static Vendor? Make(JsonNode manifest, DiagnosticBag diagnostics)
    {
        var file = Repository.PathOf("specs", Template, "openapi.json");
        var read = ManifestReader.Read("template", "vendor.yaml", manifest, diagnostics);
        Contract? contract = ContractReader.Read(file, File.ReadAllBytes(file), diagnostics);
        return new VendorBuilder(new SandboxOptions(), RealFaker, diagnostics).Build(read.ShouldNotBeNull(), contract.ShouldNotBeNull(), []);
    }

    /// <summary>Makes a vendor of the repository, as it is served.</summary>
    public static Vendor Make(string vendor)
    {
        var diagnostics = new DiagnosticBag();
        var manifest = ManifestReader.Read(vendor, "vendor.yaml", Document(vendor), diagnostics).ShouldNotBeNull();
        var spec = Repository.PathOf("specs", vendor, manifest.Spec);
        var contract = ContractReader.Read(spec, File.ReadAllBytes(spec), diagnostics).ShouldNotBeNull();
        foreach (var beside in manifest.Beside.Select(file => Repository.PathOf("specs", vendor, file)))
            contract = contract with { Operations = [.. contract.Operations, .. ContractReader.Read(beside, File.ReadAllBytes(beside), diagnostics).ShouldNotBeNull().Operations] };
        var folder = Repository.PathOf("fixtures", vendor);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        var fixtures = files.Select(file => new Fixture(file, Parse(File.ReadAllText(file), file))).ToList();
        var made = new VendorBuilder(new SandboxOptions(), RealFaker, diagnostics).Build(manifest, contract, fixtures);
        diagnostics.Found.ShouldBeEmpty();
        return made.ShouldNotBeNull();
    }

    private static Dictionary<string, Country> Countries()
    {
        var diagnostics = new DiagnosticBag();
        var countries = Directory.GetFiles(Repository.PathOf("specs", "_countries"), "*.yaml")
            .Select(file => CountryReader.Read(file, DocumentReader.Read(file, File.ReadAllBytes(file), diagnostics), diagnostics))
            .OfType<Country>().ToDictionary(country => country.Code);
        diagnostics.Found.ShouldBeEmpty();
        return countries;
    }

    /// <summary>What a vendor that nobody hosts answers.</summary>
    public static Reply Answer(Vendor vendor, Request request) =>
        new Pipeline(vendor).AnswerAsync(request, new SessionBook(vendor.Options.Sessions, vendor.Options.Epoch, [vendor])).AsTask().GetAwaiter().GetResult();
}
