using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Exchange;
using MockCustomers.Filters;
using MockCustomers.Manifests;
using MockCustomers.Paging;
using MockCustomers.Plans;
using MockCustomers.Queries;
using MockCustomers.Store;
using MockCustomers.Validation;
using MockCustomers.Writes;

namespace MockCustomers.Vendors;

/// <summary>Makes the actions of a vendor's mappings.</summary>
internal sealed class ActionRules(VendorManifest vendor, Schema customer, Renderer renderer, StratumMatcher matcher)
{
    private static readonly string[] Names = ["acknowledge", "create", "example", "fetch", "list", "move", "update"];
    private readonly CustomerFields fields = CustomerFieldsOf.Plans(vendor.Customer, renderer);

    /// <summary>The action of a mapping; null, and reported, when it cannot be made.</summary>
    /// <param name="version">The API version whose clients it answers; null for those of none.</param>
    public IAction? Make(MappingManifest mapping, Operation operation, string? version = null)
    {
        if (!Names.Contains(mapping.Action))
        {
            mapping.Node.Report($"'{mapping.Action}' is no action", $"action: one of: {string.Join(", ", Names)}");
            return null;
        }

        if (operation.Success is not { } success)
        {
            mapping.Node.Report($"the spec describes no success of '{operation.Id}'", "an operation with a 2xx response");
            return null;
        }

        CheckStates(mapping);
        if (mapping.Action == "list") return List(mapping, operation, success, version);
        if (mapping.Action == "example") return Example(mapping, success);
        var one = new SuccessTemplate(success.Status, success.MediaType, mapping, "{customer}", CustomerValues.Placeholders);
        var writer = new CustomerWriter(matcher, customer, vendor.Customer.Id.Field!, vendor.Customer.Keys, mapping.Write, operation.Body?.Schema, operation.Id);
        var target = new Target(mapping.Write, vendor.Customer.Id.Field!, mapping.States);
        return mapping.Action switch
        {
            "create" => new CreateAction(writer, one),
            _ when !NamesCustomer(mapping, operation) => null,
            "fetch" => new FetchAction(target, one, mapping.Expand),
            "update" => new UpdateAction(writer, target, one),
            "move" => new MoveAction(writer, target, mapping.Write, one),
            _ => new AcknowledgeAction(target, one),
        };
    }

    /// <summary>The path parameter that names a customer by its id: the mapping's, else the only one there is.</summary>
    public static string? IdParameter(MappingManifest mapping, Operation operation)
    {
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
        new(new SuccessTemplate(success.Status, success.MediaType, mapping with { Body = mapping.Body ?? success.Example }, "", []));

    private void CheckStates(MappingManifest mapping)
    {
        if (mapping.Action == "create" && mapping.States.Count > 0)
            mapping.Node.Report("'states' says nothing about a customer that is created", "state: the one in which it begins; unique: {field: [states]}: those in which a value is taken");
        var known = vendor.Customer.States.Select(s => s.Name).ToList();
        var named = mapping.States.Concat(mapping.Write.Moves.SelectMany(m => m.Value.From)).Concat(mapping.Write.Moves.Select(m => m.Value.To).OfType<string>());
        named = named.Concat(mapping.Write.Unique.SelectMany(u => u.States));
        if (mapping.Write.State is { } first) named = named.Append(first);
        foreach (var state in named.Except(known))
            mapping.Node.Report($"'{state}' is no state", $"one of: {string.Join(", ", known)}");
        foreach (var key in mapping.Write.Unique.Select(u => u.Field).Where(u => !vendor.Customer.Keys.Contains(u) && !mapping.Write.Hidden.Contains(u)))
            mapping.Node.Report($"'{key}' is no key of customers", $"customer: keys: [{key}]; or hidden: [{key}]");
    }

    private ListAction? List(MappingManifest mapping, Operation operation, Response success, string? version)
    {
        if (mapping.Paging is null)
        {
            mapping.Node.Report("a list needs 'paging'", "paging: {style: newest, fixed: 100}");
            return null;
        }

        if (Pagers.Make(mapping.Paging, operation) is not { } pager) return null;
        var filter = mapping.Filter is null ? null : new FilterReader(mapping.Filter, new FilterScope(customer, mapping.Filter.Unknown), fields.Created);
        filter?.Check();
        var states = mapping.States.Count == 0 ? null : new Condition(CustomerFields.State, Operator.In, mapping.States);
        var options = new ListOptions(operation.Body is not null, mapping.Filter?.Select, mapping.Filter?.Count, mapping.Expand?.Parameter,
            version, mapping.Paging.After ?? "after",
            [.. operation.Parameters.Where(p => p.In == ParameterLocation.Header && !p.Name.Equals(vendor.Auth.Header, StringComparison.OrdinalIgnoreCase)).Select(p => p.Name)]);
        var template = new SuccessTemplate(success.Status, success.MediaType, mapping, "{customers}", ListValues.Placeholders);
        return new ListAction(fields, pager, filter, states, options, template);
    }
}
