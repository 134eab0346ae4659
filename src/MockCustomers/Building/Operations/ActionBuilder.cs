using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Building.Plans;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Manifests;
using MockCustomers.Queries;
using MockCustomers.Store;
using MockCustomers.Validation;
using MockCustomers.Webhooks;
using MockCustomers.Writes;

namespace MockCustomers.Building.Operations;

/// <summary>Builds the actions of a vendor's mappings.</summary>
/// <param name="webhooks">null where something is wrong with them, which is reported.</param>
internal sealed class ActionBuilder(VendorManifest vendor, Schema customer, Renderer renderer, WebhookRules? webhooks)
{
    private static readonly string[] Names = ["acknowledge", "create", "example", "fetch", "list", "move", "update", .. SubscriptionActionBuilder.Names];
    private readonly DocumentMaker documents = new(customer, vendor.Customer.Keys);
    private readonly CustomerFields fields = CustomerFieldsBuilder.Build(vendor.Customer, renderer);

    /// <summary>The action of a mapping; null, and reported, when it cannot be built.</summary>
    /// <param name="version">The API version whose clients it answers; null for those of none.</param>
    public IAction? Build(MappingManifest mapping, Operation operation, string? version = null)
    {
        if (!Names.Contains(mapping.Action))
        {
            mapping.Node.Report($"unknown action '{mapping.Action}'", $"action: one of: {string.Join(", ", Names)}");
            return null;
        }

        if (operation.Success is not { } success)
        {
            mapping.Node.Report($"the spec describes no success of '{operation.Id}'", "an operation with a 2xx response");
            return null;
        }

        if (SubscriptionActionBuilder.Names.Contains(mapping.Action)) return webhooks is null ? null : SubscriptionActionBuilder.Build(mapping, operation, success, webhooks, vendor);
        WriteRulesBuilder.Check(mapping, vendor.Customer);
        LifecycleBuilder.Check(mapping, vendor.Customer);
        if (mapping.Action == "list") return List(mapping, operation, success, version);
        if (mapping.Action == "example") return Example(mapping, success);
        var one = SuccessTemplateBuilder.Build(success, mapping, "{customer}", CustomerValues.Placeholders);
        var writer = new CustomerWriter(documents, vendor.Customer.Id.Field!, WriteRulesBuilder.Build(mapping.Write), operation.Body?.Schema, operation.Id);
        var target = new Target(WriteRulesBuilder.Target(mapping), vendor.Customer.Id.Field!);
        return mapping.Action switch
        {
            "create" => new CreateAction(writer, one),
            _ when !NamesCustomer(mapping, operation) => null,
            "fetch" => new FetchAction(target, one, mapping.Expand?.Parameter),
            "update" => new UpdateAction(writer, target, mapping.Write.Otherwise, one),
            "move" => new MoveAction(writer, target, WriteRulesBuilder.Moves(mapping.Write), one),
            _ => new AcknowledgeAction(target, one),
        };
    }

    /// <summary>The path parameter that names a customer by its id: the mapping's, else the only one there is.</summary>
    public static string? IdParameter(MappingManifest mapping, Operation operation)
    {
        if (SubscriptionActionBuilder.Names.Contains(mapping.Action)) return null;
        var names = operation.Parameters.Where(p => p.In == ParameterLocation.Path).Select(p => p.Name).ToList();
        return mapping.Id ?? (mapping.Write.Key.Count == 0 && names.Count == 1 ? names[0] : null);
    }

    private bool NamesCustomer(MappingManifest mapping, Operation operation)
    {
        if (mapping.Write.Key.Count > 0 || mapping.Write.IdIn is not null) return true;
        var paths = operation.Parameters.Where(p => p.In == ParameterLocation.Path).Select(p => p.Name).ToList();
        if (IdParameter(mapping, operation) is { } id && paths.Contains(id)) return CheckId(mapping, operation, id);
        mapping.Node.Report("it is not clear which customer this is about", $"id: one of: {string.Join(", ", paths)}; or idIn: a property of the body; or key: {{parameter: field}}");
        return false;
    }

    /// <summary>Reports ids that the path's own parameter refuses.</summary>
    private bool CheckId(MappingManifest mapping, Operation operation, string parameter)
    {
        var id = renderer.Ids.Of(0);
        var violations = new List<Violation>();
        new ParameterCheck(operation.Parameters.First(p => p.In == ParameterLocation.Path && p.Name == parameter), "/path/").Take(id, new ParameterValues(1), violations);
        foreach (var violation in violations) SourceChecks.Id(id, violation, $"the parameter '{parameter}'", mapping.Node);
        return true;
    }

    private static ExampleAction Example(MappingManifest mapping, Response success) =>
        new(SuccessTemplateBuilder.Build(success, mapping, success.Example ?? JsonValue.Create(""), []));

    private ListAction? List(MappingManifest mapping, Operation operation, Response success, string? version)
    {
        if (mapping.Paging is null)
        {
            mapping.Node.Report("a list needs 'paging'", "paging: {style: newest, fixed: 100}");
            return null;
        }

        if (PagerBuilder.Build(mapping.Paging, operation) is not { } pager) return null;
        var filter = mapping.Filter is null ? null : FilterBuilder.Build(mapping.Filter, customer, fields.Created);
        var states = mapping.States.Count == 0 ? null : new Condition(CustomerFields.State, Operator.In, mapping.States);
        var options = new ListOptions(operation.Body is not null, mapping.Filter?.Select, mapping.Filter?.Count, mapping.Expand?.Parameter,
            version, mapping.Paging.After ?? "after",
            [.. operation.Parameters.Where(p => p.In == ParameterLocation.Header && !p.Name.Equals(vendor.Auth.Header, StringComparison.OrdinalIgnoreCase)).Select(p => p.Name)]);
        var template = SuccessTemplateBuilder.Build(success, mapping, "{customers}", ListValues.Placeholders);
        return new ListAction(fields, pager, filter, states, options, template);
    }
}
