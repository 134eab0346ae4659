using MockCustomers.Building.Plans;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Lifecycles;
using MockCustomers.Manifests;
using MockCustomers.Plans;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Building;

/// <summary>Builds what renders a vendor's customers: population, ids, plans, and the documented examples laid over them.</summary>
/// <param name="schema">Of a customer.</param>
internal sealed class RendererBuilder(
    VendorManifest manifest, Contract contract, Schema schema, IReadOnlyList<Fixture> fixtures, SandboxOptions options, IFaker faker, DiagnosticBag diagnostics)
{
    private readonly CustomerManifest customer = manifest.Customer;

    /// <summary>The renderer; null, and reported, when something is wrong.</summary>
    /// <param name="choice">Whose customers; null for those that the options choose.</param>
    /// <param name="cacheMegabytes">How much is kept of what was rendered, in MiB.</param>
    public Renderer? Build(PopulationChoice? choice, int cacheMegabytes)
    {
        var lifecycle = LifecycleBuilder.Build(customer);
        if (Population(choice, lifecycle) is not { } population) return null;
        var ids = IdBuilder.Build(customer.Id, population.Seed, customer.Id.Field ?? "id", population.Timeline);
        if (ids is null) return null;
        if (customer.Id.Field is not { } idField || schema.Property(idField) is null)
        {
            customer.Id.Node.Report($"customers have no field '{customer.Id.Field}'", $"field: one of: {string.Join(", ", schema.Properties.Select(p => p.Name))}");
            return null;
        }

        SourceChecks.Id(ids, idField, schema.Property(idField), customer.Id.Node);
        var scope = new PlanScope(population, contract.File, diagnostics);
        HashSet<string> expandable = [.. manifest.Mappings.SelectMany(m => m.Expand?.Fields ?? [])];
        var compiler = new PlanCompiler(scope, customer, schema, ids, options.Quirks, expandable);
        List<ObjectNode> plans = [.. population.Strata.All.Select(compiler.Compile)];
        compiler.ReportUnused();
        var factFields = new FactFields(plans);
        var examples = new FixtureReader(idField, customer.Keys, factFields, population.Strata, schema, diagnostics).Read(fixtures);
        return new Renderer(population, ids, plans, factFields, examples, cacheMegabytes, lifecycle);
    }

    private Population? Population(PopulationChoice? choice, Lifecycle lifecycle)
    {
        foreach (var (country, _) in customer.Countries.Where(c => !faker.Countries.Contains(c.Country)))
            customer.Node.Report($"there are no facts about the country '{country}'", $"countries: among: {string.Join(", ", faker.Countries)}");
        if (customer.Countries.Count == 0 || customer.Countries.Any(c => !faker.Countries.Contains(c.Country))) return null;
        if (StrataBuilder.Build(customer) is not { } strata) return null;
        var size = choice?.Size ?? options.Population ?? customer.Population ?? SandboxOptions.DefaultPopulation;
        return new Population(
            choice?.Seed ?? options.Seed, manifest.Name, size, choice?.Now ?? options.Epoch,
            [.. EngineFacts.Make(lifecycle.HasPast), .. faker.Facts(customer.Countries)], seed => new Strata(seed, strata));
    }
}
