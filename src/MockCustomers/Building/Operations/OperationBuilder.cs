using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Manifests;
using MockCustomers.Validation;
using MockCustomers.Vendors;
using MockCustomers.Webhooks;

namespace MockCustomers.Building.Operations;

/// <summary>Builds the operations of a vendor: each of the spec with its mapping of the manifest.</summary>
internal sealed class OperationBuilder(VendorManifest manifest, Contract contract, ActionBuilder actions, WebhookRules? webhooks)
{
    /// <summary>The operations, in the order of the spec; what does not fit together is reported.</summary>
    public IReadOnlyList<ServedOperation> Build()
    {
        foreach (var mapping in manifest.Mappings.Where(m => contract.Operations.All(o => o.Id != m.Operation)))
            mapping.Node.Report($"the spec has no operation '{mapping.Operation}'", $"one of: {string.Join(", ", contract.Operations.Select(o => o.Id))}");
        return [.. contract.Operations.Select(Build).OfType<ServedOperation>()];
    }

    private ServedOperation? Build(Operation operation)
    {
        if (manifest.Mappings.FirstOrDefault(m => m.Operation == operation.Id) is not { } mapping)
        {
            manifest.Node.Report($"the operation '{operation.Id}' of the spec has no mapping", $"mappings: {operation.Id}: {{action: fetch}}");
            return null;
        }

        var path = (manifest.BasePath ?? contract.BasePath) + operation.Path;
        if (manifest.ClientPath is { } shared && !path.StartsWith(shared + "/", StringComparison.Ordinal))
            manifest.Node.Optional("clientPath")!.Report($"the path '{path}' does not begin with '{shared}'", "clientPath: what all paths begin with");
        if (actions.Build(mapping, operation) is not { } action) return null;
        var versions = new Dictionary<string, IAction>();
        foreach (var (version, own) in mapping.Versions)
            if (actions.Build(own, operation, version) is { } other) versions.Add(version, other);
        if (PathTemplate.Parse(path) is not { } template)
        {
            manifest.Node.Report($"'{manifest.BasePath}' cannot be a base path", "basePath: empty, or one that begins with a slash and has no braces, such as /v1");
            return null;
        }

        var validator = new RequestValidator(operation, manifest.Requests.DuplicateParameters, manifest.Auth.Header);
        return new ServedOperation(operation, template, action, versions, ActionBuilder.IdParameter(mapping, operation), validator, Example(mapping, operation));
    }

    private ExampleRules Example(MappingManifest mapping, Operation operation)
    {
        var states = mapping.Write.Moves.SelectMany(m => m.From).Concat(mapping.States).ToHashSet();
        var anyState = states.Count == 0 || (mapping.Action == "move" && mapping.Write.Moves.Any(m => m.From.Count == 0));
        var rules = new ExampleRules(WriteRulesBuilder.Target(mapping), anyState ? null : states);
        if (webhooks is null || !SubscriptionActionBuilder.IsOfOne(mapping)) return rules;
        return rules with { Subscription = webhooks.Subscriptions.Ids.Of(0), SubscriptionParameter = SubscriptionActionBuilder.IdParameter(mapping, operation) };
    }
}
