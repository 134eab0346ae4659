using MockCustomers.Auth;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Ids;
using MockCustomers.Limits;
using MockCustomers.Manifests;
using MockCustomers.Plans;
using MockCustomers.Sessions;
using MockCustomers.Store;
using MockCustomers.Validation;
using MockCustomers.Writes;

namespace MockCustomers.Vendors;

/// <summary>Makes a vendor of its spec, manifest and fixtures, reporting all in which they do not fit together.</summary>
public sealed class VendorRules(SandboxOptions options, IFaker faker, DiagnosticBag diagnostics)
{
    /// <summary>What is kept, in MiB, of the rendered customers of a session that chose its own.</summary>
    private const int SmallCache = 2;

    /// <summary>Makes a vendor.</summary>
    /// <param name="fixtures">The vendor's documented examples.</param>
    /// <returns>null when something is wrong; what it is, is in the diagnostics.</returns>
    public Vendor? Make(VendorManifest manifest, Contract contract, IReadOnlyList<Fixture> fixtures)
    {
        var before = diagnostics.Found.Count;
        var authenticator = Authenticators.Make(manifest.Auth, options.Auth, options.LegacyAuth);
        if (CustomerSchema(manifest, contract) is not { } schema) return null;
        if (RendererOf(manifest, contract, schema, fixtures, null, options.CacheMegabytes) is not { } renderer) return null;
        var matcher = new StratumMatcher(manifest.Customer);
        var operations = Operations(manifest, contract, new ActionRules(manifest, schema, renderer, matcher));
        if (authenticator is null || diagnostics.Found.Count > before)
        {
            renderer.Dispose();
            return null;
        }

        return new Vendor(
            manifest, contract, options, authenticator, renderer, operations, RequestIds(manifest, renderer.Population),
            choice => RendererOf(manifest, contract, schema, fixtures, choice, SmallCache)!,
            new Carrier(matcher, schema, manifest.Customer.Id.Field!, manifest.Customer.Keys));
    }

    /// <summary>What renders the customers; null, and reported, when something is wrong.</summary>
    /// <param name="choice">Whose customers; null for those that the options choose.</param>
    private Renderer? RendererOf(
        VendorManifest manifest, Contract contract, Schema schema, IReadOnlyList<Fixture> fixtures, PopulationChoice? choice, int cacheMegabytes)
    {
        if (Population(manifest, choice) is not { } population) return null;
        var ids = IdShapes.Make(manifest.Customer.Id, population.Seed, manifest.Customer.Id.Field ?? "id", population.Timeline);
        if (ids is null) return null;
        if (manifest.Customer.Id.Field is null || schema.Property(manifest.Customer.Id.Field) is null)
        {
            manifest.Customer.Id.Node.Report($"customers have no field '{manifest.Customer.Id.Field}'", $"field: one of: {string.Join(", ", schema.Properties.Select(p => p.Name))}");
            return null;
        }

        SourceChecks.Id(ids, manifest.Customer.Id.Field, schema.Property(manifest.Customer.Id.Field), manifest.Customer.Id.Node);
        var scope = new PlanScope(population, contract.File, diagnostics);
        HashSet<string> expandable = [.. manifest.Mappings.SelectMany(m => m.Expand?.Fields ?? [])];
        var compiler = new PlanCompiler(scope, manifest.Customer, schema, ids, options.Quirks, expandable);
        var plans = population.Strata.All.Select(compiler.Compile).ToList();
        compiler.ReportUnused();
        var documents = new FixtureReader(manifest.Customer, new StratumMatcher(manifest.Customer), population.Strata, schema, diagnostics).Read(fixtures);
        return new Renderer(population, ids, plans, documents, cacheMegabytes);
    }

    private static RequestIds? RequestIds(VendorManifest manifest, Population population)
    {
        if (manifest.RequestId is not { } requestId) return null;
        return IdShapes.Make(requestId.Id, population.Seed, "request", population.Timeline) is { } ids ? new RequestIds(requestId, ids) : null;
    }

    private static Schema? CustomerSchema(VendorManifest manifest, Contract contract)
    {
        var customer = manifest.Customer;
        var operation = contract.Operations.FirstOrDefault(o => o.Id == customer.Operation);
        if (operation?.Success?.Schema is not { } schema)
        {
            customer.Node.Report(
                $"'{customer.Operation}' is no operation with a success response",
                $"operation: one of: {string.Join(", ", contract.Operations.Where(o => o.Success?.Schema is not null).Select(o => o.Id))}");
            return null;
        }

        if (customer.At is null) return WithFields(schema, customer);
        if (schema.Property(customer.At) is { } inner) return WithFields(inner, customer);
        customer.Node.Report($"the response of '{customer.Operation}' has no property '{customer.At}'", $"at: one of: {string.Join(", ", schema.Properties.Select(p => p.Name))}");
        return null;
    }

    private static Schema? WithFields(Schema schema, CustomerManifest customer)
    {
        if (schema.Properties.Count > 0) return schema;
        customer.Node.Report(
            $"the spec describes no fields of what '{customer.Operation}' answers{(customer.At is null ? "" : $" at '{customer.At}'")}",
            "operation, and at where there is an envelope: where one customer stands, an object with properties");
        return null;
    }

    private Population? Population(VendorManifest manifest, PopulationChoice? choice)
    {
        var customer = manifest.Customer;
        foreach (var (country, _) in customer.Countries.Where(c => !faker.Countries.Contains(c.Country)))
            customer.Node.Report($"'{country}' is no country that has data", $"countries: among: {string.Join(", ", faker.Countries)}");
        if (customer.Countries.Count == 0 || customer.Countries.Any(c => !faker.Countries.Contains(c.Country))) return null;
        var size = choice?.Size ?? options.Population ?? customer.Population ?? SandboxOptions.DefaultPopulation;
        var epoch = choice?.Now ?? options.Epoch;
        var strata = StrataRules.Strata(customer);
        if (strata is null) return null;
        return new Population(
            choice?.Seed ?? options.Seed, manifest.Name, size, epoch, [.. EngineFacts.Make(), .. faker.Facts(customer.Countries)], seed => new Strata(seed, strata));
    }

    private static List<ServedOperation> Operations(VendorManifest manifest, Contract contract, ActionRules actions)
    {
        foreach (var mapping in manifest.Mappings.Where(m => contract.Operations.All(o => o.Id != m.Operation)))
            mapping.Node.Report($"the spec has no operation '{mapping.Operation}'", $"one of: {string.Join(", ", contract.Operations.Select(o => o.Id))}");
        var served = new List<ServedOperation>();
        foreach (var operation in contract.Operations)
        {
            if (manifest.Mappings.FirstOrDefault(m => m.Operation == operation.Id) is not { } mapping)
            {
                manifest.Node.Report($"the operation '{operation.Id}' of the spec has no mapping", $"mappings: {operation.Id}: {{action: fetch}}");
                continue;
            }

            var path = (manifest.BasePath ?? contract.BasePath) + operation.Path;
            if (manifest.ClientPath is { } shared && !path.StartsWith(shared + "/", StringComparison.Ordinal))
                manifest.Node.Optional("clientPath")!.Report($"the path '{path}' does not begin with '{shared}'", "clientPath: what all paths begin with");
            if (actions.Make(mapping, operation) is not { } action) continue;
            var versions = mapping.Versions.Select(v => (v.Key, Action: actions.Make(v.Value, operation, v.Key))).Where(v => v.Action is not null).ToDictionary(v => v.Key, v => v.Action!);
            if (PathTemplate.Parse(path) is not { } template)
            {
                manifest.Node.Report($"the base path '{manifest.BasePath}' is no path", "basePath: empty, or one that begins with a slash and has no braces, such as /v1");
                continue;
            }

            var validator = new RequestValidator(operation, manifest.Requests.DuplicateParameters, manifest.Auth.Header);
            served.Add(new ServedOperation(operation, template, action, versions, ActionRules.IdParameter(mapping, operation), validator));
        }

        return served;
    }
}
