using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Contracts;
using MockCustomers.Vendors;

namespace MockCustomers.Cli.Exchanges;

/// <summary>The operations as the module has them: lists, gets, replies that are always the same, and those that it does not answer.</summary>
internal sealed class MswRoutes(RecordedVendor vendor)
{
    /// <summary>No vendor has it.</summary>
    private const string OtherMethod = "NOMETHOD";

    public async Task<JsonArray> RecordAsync()
    {
        var routes = new JsonArray();
        foreach (var operation in vendor.Vendor.Operations.OrderBy(served => served.Template, Comparer<PathTemplate>.Create(PathTemplate.Compare)))
            routes.Add((JsonNode)await RouteAsync(operation));
        return routes;
    }

    private async Task<JsonObject> RouteAsync(ServedOperation operation)
    {
        var route = new JsonObject { ["operation"] = operation.Operation.Id, ["method"] = operation.Operation.Method, ["path"] = operation.Template.Path };
        if (operation.Operation.IsOpen) route["open"] = true;
        var filled = operation.Template.Fill(name => name);
        route["otherMethod"] = MswReply.Of(await vendor.AskAsync(OtherMethod, filled, vendor.Credential.Value), (filled, "path"), (OtherMethod, "method"));
        route["options"] = MswReply.Of(await vendor.AskAsync("OPTIONS", filled, vendor.Credential.Value), (filled, "path"));
        route["parameters"] = new JsonArray([.. operation.Operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Query).Select(parameter => (JsonNode)parameter.Name)]);
        if (operation.Operation.Method != "GET") return route;
        var action = operation.ActionFor(vendor.Version);
        if (action is ListAction { IsFromBody: false } list && operation.Template.Parameters.Length == 0) route["list"] = await new MswList(vendor, operation, list).RecordAsync();
        else if (action is FetchAction && new FetchedCustomers(vendor, operation) is { IsByPath: true } fetched) route["get"] = await new MswGet(vendor, operation, fetched).RecordAsync();
        else if (action is ExampleAction && operation.Template.Parameters.Length == 0) route["always"] = MswReply.Of((await vendor.AskAsync(operation)).Reply);
        return route;
    }
}
