using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Manifests;
using MockCustomers.Paging;
using MockCustomers.Store;

namespace MockCustomers.Vendors;

/// <summary>Makes the actions of a vendor's mappings.</summary>
internal static class ActionRules
{
    private static readonly string[] Names = ["fetch", "list"];

    /// <summary>The action of a mapping; null, and reported, when it cannot be made.</summary>
    public static IAction? Make(MappingManifest mapping, Operation operation, CustomerStore store, CustomerManifest customer)
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

        return mapping.Action == "fetch" ? Fetch(mapping, operation, success, store) : List(mapping, operation, success, store, customer);
    }

    /// <summary>The path parameter that names a customer: the mapping's, else the only one there is.</summary>
    public static string? IdParameter(MappingManifest mapping, Operation operation)
    {
        var names = operation.Parameters.Where(p => p.In == ParameterLocation.Path).Select(p => p.Name).ToList();
        return mapping.Id ?? (mapping.Action != "list" && names.Count == 1 ? names[0] : null);
    }

    private static FetchAction? Fetch(MappingManifest mapping, Operation operation, Response success, CustomerStore store)
    {
        if (IdParameter(mapping, operation) is not { } id || operation.Parameters.All(p => p.Name != id || p.In != ParameterLocation.Path))
        {
            mapping.Node.Report("it is not clear which path parameter is the customer's id", $"id: one of: {string.Join(", ", operation.Parameters.Where(p => p.In == ParameterLocation.Path).Select(p => p.Name))}");
            return null;
        }

        var template = new SuccessTemplate(success.Status, success.MediaType, mapping, "{customer}", FetchAction.Placeholders);
        return new FetchAction(store, template, mapping.Expand);
    }

    private static ListAction? List(MappingManifest mapping, Operation operation, Response success, CustomerStore store, CustomerManifest customer)
    {
        if (mapping.Paging is null)
        {
            mapping.Node.Report("a list needs 'paging'", "paging: {style: newest, fixed: 100}");
            return null;
        }

        foreach (var state in mapping.States.Where(s => customer.States.All(known => known.Name != s)))
            mapping.Node.Report($"'{state}' is no state", $"states: among: {string.Join(", ", customer.States.Select(s => s.Name))}");
        if (Pagers.Make(mapping.Paging, operation) is not { } pager) return null;
        var template = new SuccessTemplate(success.Status, success.MediaType, mapping, "{customers}", ListAction.Placeholders);
        return new ListAction(store, pager, stratum => mapping.States.Count == 0 || mapping.States.Contains(stratum.State.Name), template);
    }
}
