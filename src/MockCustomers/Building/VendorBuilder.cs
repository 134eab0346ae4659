using MockCustomers.Building.Errors;
using MockCustomers.Building.Operations;
using MockCustomers.Building.Webhooks;
using MockCustomers.Contracts;
using MockCustomers.Customers;
using MockCustomers.Diagnostics;
using MockCustomers.Limits;
using MockCustomers.Manifests;
using MockCustomers.Store;
using MockCustomers.Validation;
using MockCustomers.Vendors;
using MockCustomers.Writes;

namespace MockCustomers.Building;

/// <summary>Builds a vendor of its spec, manifest and fixtures, reporting all in which they do not fit together.</summary>
internal sealed class VendorBuilder(SandboxOptions options, IFaker faker, DiagnosticBag diagnostics)
{
    /// <summary>What is kept, in MiB, of the rendered customers of a session that chose its own.</summary>
    private const int SmallCache = 2;

    /// <summary>Builds a vendor.</summary>
    /// <param name="fixtures">The vendor's documented examples.</param>
    /// <returns>null when something is wrong; what it is, is in the diagnostics.</returns>
    public Vendor? Build(VendorManifest manifest, Contract contract, IReadOnlyList<Fixture> fixtures)
    {
        var before = diagnostics.Found.Count;
        var authenticator = AuthenticatorBuilder.Build(manifest.Auth, options.Auth, options.LegacyAuth);
        if (CustomerSchema.Find(manifest.Customer, contract) is not { } schema) return null;
        var renderers = new RendererBuilder(manifest, contract, schema, fixtures, options, faker, diagnostics);
        if (renderers.Build(null, options.CacheMegabytes) is not { } renderer) return null;
        var webhooks = WebhookRulesBuilder.Build(manifest.Webhooks, manifest.Customer, renderer.Population);
        var operations = new OperationBuilder(manifest, contract, new ActionBuilder(manifest, schema, renderer, webhooks), webhooks).Build();
        var fits = diagnostics.Found.Count == before;
        var requestIds = RequestIds(manifest.RequestId, renderer);
        var errors = fits ? ErrorTemplateBuilder.Build(manifest.Errors, manifest.Mappings) : null;
        if (authenticator is null || errors is null || diagnostics.Found.Count > before)
        {
            renderer.Dispose();
            return null;
        }

        var basePath = manifest.BasePath ?? contract.BasePath;
        return new Vendor
        {
            Name = manifest.Name,
            Title = manifest.Title,
            Contract = contract,
            Options = options,
            Authenticator = authenticator,
            Keys = [.. manifest.Auth.Keys.Select(key => key.Key)],
            Renderer = renderer,
            Operations = operations,
            BasePath = basePath,
            ClientPath = manifest.ClientPath ?? basePath,
            Router = new Router(operations, manifest.Requests.TrailingSlash),
            Errors = errors,
            Cors = new Cors(options.Cors),
            Limiter = manifest.RateLimit is { } limit ? new RateLimiter(RuleOf(limit), options.EnforceRateLimits) : null,
            RequestIds = requestIds,
            Webhooks = webhooks,
            Bodies = new BodyReading(new SchemaValidator(contract.Schemas, ofRequest: true), manifest.Requests.AnyMediaType, manifest.Requests.StripsByteOrderMark),
            Carrier = new Carrier(schema, manifest.Customer.Id.Field!, manifest.Customer.Keys),
            Mover = new Mover(new DocumentMaker(schema, manifest.Customer.Keys)),
            RendererOf = choice => renderers.Build(choice, SmallCache)!,
        };
    }

    private static RateLimitRule RuleOf(RateLimitManifest limit) => new(limit.Requests, limit.Window, limit.Headers, limit.RefusedHeaders);

    private static RequestIds? RequestIds(RequestIdManifest? manifest, Renderer renderer)
    {
        if (manifest is null) return null;
        var ids = IdBuilder.Build(manifest.Id, renderer.Population.Seed, "request", renderer.Population.Timeline);
        return ids is null ? null : new RequestIds(manifest.Header, manifest.Echo, ids);
    }
}
