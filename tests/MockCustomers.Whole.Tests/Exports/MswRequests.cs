using System.Text.Json.Nodes;
using MockCustomers.Actions;
using MockCustomers.Server;
using MockCustomers.Store;
using MockCustomers.Vendors;

namespace MockCustomers.Whole.Tests.Exports;

/// <summary>The requests that exported handlers have to answer as the sandbox does: every customer, every kind of page, filters, refusals.</summary>
internal sealed class MswRequests(VendorHost host)
{
    private static readonly string[] Methods = ["PUT", "PATCH", "DELETE"];
    private static readonly string[] NoNumbers = ["", "-1", "0", "101", "1001", "x", "1.5", "+3"];

    private readonly JsonArray requests = [];

    public JsonArray All()
    {
        foreach (var operation in host.Vendor.Operations.Where(served => served.Operation.Method == "GET")) Add(operation);
        var list = host.Vendor.Operations.First(served => served.ActionName == "list" && served.Template.Parameters.Length == 0);
        foreach (var path in new[] { "/nothing", "/nothing/%C3%A4?a=b", list.Template.Path[host.Vendor.BasePath.Length..] + "/nobody/nothing" }) AddRelative(path);
        foreach (var method in new[] { "HEAD", "OPTIONS", NoMethodOf(list) }) Ask(list.Template.Path, method);
        var (sample, key) = (host.Credential.Value, host.Vendor.Keys[0]);
        foreach (var credential in new[] { null, "wrong", sample[..^1] + "q", "Bearer wrong", sample.Replace("Bearer", "bearer", StringComparison.Ordinal), "Basic " + key }) Ask(list.Template.Path, "GET", credential);
        return requests;
    }

    /// <summary>A method that the path of an operation lacks.</summary>
    private string NoMethodOf(ServedOperation operation) =>
        Methods.First(method => !host.Vendor.Operations.Any(other => other.Template.Path == operation.Template.Path && other.Operation.Method == method));

    private void Add(ServedOperation operation)
    {
        if (operation.Template.Parameters.Length == 0 && operation.ActionFor(null) is ListAction list) AddList(operation, list);
        else if (operation is { ActionName: "fetch", Template.Parameters: [var parameter] }) AddCustomers(operation, parameter);
        else if (operation.ActionName == "example") Ask(operation.Template.Path);
    }

    private void AddList(ServedOperation operation, ListAction list)
    {
        var (path, pages) = (operation.Template.Path, list.Pages);
        Ask(path);
        Ask($"{path}?unknown=1");
        foreach (var start in pages.Start is null ? [] : new[] { pages.First, 1, 2, 7, 49, 50, 60 })
        {
            Ask($"{path}?{pages.Start}={start}");
            foreach (var size in pages.Size is null ? [] : new[] { 1, 7, 50, 100 }) Ask($"{path}?{pages.Start}={start}&{pages.Size}={size}");
        }

        foreach (var name in new[] { pages.Start, pages.Size }.OfType<string>())
            foreach (var text in NoNumbers) Ask($"{path}?{name}={Uri.EscapeDataString(text)}");
        foreach (var (name, field) in list.Equal)
            foreach (var value in Values(field).Concat(["nobody@example.com", "x", ""]).Distinct()) Ask($"{path}?{name}={Uri.EscapeDataString(value)}");
    }

    private void AddCustomers(ServedOperation operation, string parameter)
    {
        var field = parameter == operation.IdParameter ? host.Vendor.IdField : operation.Example.Target.Keys.First(key => key.Key == parameter).Value;
        var values = Values(field).ToList();
        foreach (var value in values.Concat(["nobody", "-\"'<>&ä", values[0].ToUpperInvariant(), values[0][..^1] + (values[0][^1] == '0' ? '1' : '0')])) Ask(operation.Template.Fill(_ => value));
    }

    private IEnumerable<string> Values(string field)
    {
        var view = host.Customers;
        return view.Everybody.Stretch(0, (int)view.Count).Select(customer => field == host.Vendor.IdField ? view.IdOf(customer) : FieldPath.Text(view.Read(customer), field)).OfType<string>().Where(value => value.Length > 0);
    }

    private void Ask(string target, string method = "GET") => Ask(target, method, host.Credential.Value);

    private void Ask(string target, string method, string? credential) => requests.Add(new JsonObject { ["method"] = method, ["path"] = target[host.Vendor.BasePath.Length..], ["credential"] = credential });

    private void AddRelative(string path) => Ask(host.Vendor.BasePath + path);
}
